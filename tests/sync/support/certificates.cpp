#include "tests/sync/support/certificates.h"

#include <QFile>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr long day = 24 * 3600;

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;

Key newKey()
{
    return Key(EVP_EC_gen("P-256"), EVP_PKEY_free);
}

void extend(X509 *certificate, X509 *issuer, int nid, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

struct Wish
{
    const char *name;
    const char *host; // null: an authority
    long from = -10 * day;
    long to = 10 * day;
};

Certificate certify(const Wish &wish, EVP_PKEY *key, X509 *issuer, EVP_PKEY *issuerKey)
{
    static long serial = 1000;
    Certificate certificate(X509_new(), X509_free);
    X509 *raw = certificate.get();
    X509_set_version(raw, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(raw), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(raw), wish.from);
    X509_gmtime_adj(X509_getm_notAfter(raw), wish.to);
    X509_set_pubkey(raw, key);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(raw), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(wish.name), -1, -1, 0);
    X509_set_issuer_name(raw, issuer ? X509_get_subject_name(issuer) : X509_get_subject_name(raw));
    X509 *signer = issuer ? issuer : raw;
    if (wish.host) {
        extend(raw, signer, NID_subject_alt_name, wish.host);
        extend(raw, signer, NID_ext_key_usage, "serverAuth");
    } else {
        extend(raw, signer, NID_basic_constraints, "critical,CA:TRUE");
        extend(raw, signer, NID_key_usage, "critical,keyCertSign,cRLSign");
    }
    X509_sign(raw, issuerKey ? issuerKey : key, EVP_sha256());
    return certificate;
}

template <typename Write>
QString writePem(const QString &path, Write write)
{
    BIO *memory = BIO_new(BIO_s_mem());
    write(memory);
    char *bytes = nullptr;
    const long length = BIO_get_mem_data(memory, &bytes);
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes, length);
    BIO_free(memory);
    return path;
}

} // namespace

TestCertificates TestCertificates::make(const QString &folder)
{
    const Key caKey = newKey();
    const Key otherKey = newKey();
    const Key portalKey = newKey();
    const Certificate ca = certify({ "Test CA", nullptr }, caKey.get(), nullptr, nullptr);
    const Certificate otherCa = certify({ "Other CA", nullptr }, otherKey.get(), nullptr, nullptr);
    const auto write = [&](const QString &name, const Certificate &certificate) {
        return writePem(folder + u'/' + name, [&](BIO *out) { PEM_write_bio_X509(out, certificate.get()); });
    };
    constexpr const char *here = "IP:127.0.0.1";

    TestCertificates files;
    files.ca = write(u"ca.pem"_s, ca);
    files.otherCa = write(u"other-ca.pem"_s, otherCa);
    files.chain = write(u"portal.pem"_s, certify({ "portal", here }, portalKey.get(), ca.get(), caKey.get()));
    files.foreignChain = write(u"foreign.pem"_s, certify({ "portal", here }, portalKey.get(), otherCa.get(), otherKey.get()));
    files.expiredChain =
        write(u"expired.pem"_s, certify({ "portal", here, -10 * day, -day }, portalKey.get(), ca.get(), caKey.get()));
    files.wrongHost =
        write(u"wrong-host.pem"_s, certify({ "portal", "DNS:portal.invalid" }, portalKey.get(), ca.get(), caKey.get()));
    files.key = writePem(folder + u"/portal.key"_s, [&](BIO *out) {
        PEM_write_bio_PrivateKey(out, portalKey.get(), nullptr, nullptr, 0, nullptr, nullptr);
    });
    return files;
}

} // namespace motcua
