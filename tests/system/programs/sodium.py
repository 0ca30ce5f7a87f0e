"""The keys of a profile, opened as a stranger would who has the passphrase: the slots as docs/keys.md describes them, by libsodium."""

import base64
import ctypes
import ctypes.util
import json
from pathlib import Path

library = ctypes.CDLL(ctypes.util.find_library("sodium") or "libsodium.so.23")
library.sodium_init()
KEY = 32


def keys_of(profile, passphrase):
    """{"wrapping": …, "person": …, "master": …, "database": …} of the first passphrase slot."""
    table = json.loads((Path(profile) / "slots.json").read_text())
    slot = next(one for one in table["slots"] if one["type"] == "passphrase")
    take = lambda value: base64.b64decode(value or "")  # noqa: E731
    words, kdf = passphrase.encode(), slot["kdf"]
    wrapping = ctypes.create_string_buffer(KEY)
    done = library.crypto_pwhash(wrapping, ctypes.c_ulonglong(KEY), words, ctypes.c_ulonglong(len(words)), take(kdf["salt"]),
                                 ctypes.c_ulonglong(kdf["passes"]), ctypes.c_size_t(kdf["memoryMiB"] << 20), 2)
    if done != 0:
        raise RuntimeError("Argon2id found no memory")
    bound = "|".join([slot["type"], slot["login"], slot["role"]] + [take(slot[part]).hex() for part in ("publicKey",) if part in slot]).encode()
    wrapped, person = take(slot["wrapped"]), ctypes.create_string_buffer(KEY)
    opened = library.crypto_aead_xchacha20poly1305_ietf_decrypt(person, None, None, wrapped, ctypes.c_ulonglong(len(wrapped)), bound,
                                                                ctypes.c_ulonglong(len(bound)), take(slot["nonce"]), wrapping)
    if opened != 0:
        raise RuntimeError("the slot does not open")
    sealed, master = take(slot["sealed"]), ctypes.create_string_buffer(KEY)
    if library.crypto_box_seal_open(master, sealed, ctypes.c_ulonglong(len(sealed)), take(slot["publicKey"]), person) != 0:
        raise RuntimeError("the master key does not come out")
    database = ctypes.create_string_buffer(KEY)
    library.crypto_kdf_derive_from_key(database, ctypes.c_size_t(KEY), ctypes.c_ulonglong(1), b"KIOSKDB1", master)
    return {"wrapping": wrapping.raw, "person": person.raw, "master": master.raw, "database": database.raw}
