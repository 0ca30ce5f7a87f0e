#pragma once

namespace motcua {

// What a colour means. Colour never speaks alone: an icon and words go with it.
enum class Tone {
    Neutral, // kept here, nothing to do
    Info,    // worth knowing
    Good,    // arrived, done
    Waiting, // on its way, patience
    Doubt,   // not known: the portal may or may not have it
    Error,   // somebody has to act
};

} // namespace motcua
