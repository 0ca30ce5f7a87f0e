# Draws rooms.txt (`room: uses | outside libraries`). An arrow that another path already implies is left out.
# -v form=text|mermaid
{
    split($0, part, / ?\| ?/)
    room = part[1]; sub(/:.*/, "", room)
    uses = part[1]; sub(/^[^:]*: */, "", uses)
    order[++rooms] = room
    outside[room] = part[2]
    count = split(uses, used, " ")
    level[room] = 0
    for (i = 1; i <= count; i++) {
        direct[room, used[i]] = 1
        reach[room, used[i]] = 1
        if (level[used[i]] + 1 > level[room]) level[room] = level[used[i]] + 1
        for (j = 1; j < rooms; j++) if ((used[i], order[j]) in reach) { reach[room, order[j]] = 1; implied[room, order[j]] = 1 }
    }
    if (level[room] > top) top = level[room]
}

function arrows(room, separator,    i, text) {
    for (i = rooms; i >= 1; i--)
        if (((room, order[i]) in direct) && !((room, order[i]) in implied)) text = text (text == "" ? "" : separator) order[i]
    return text
}

END {
    if (form == "mermaid") {
        print "graph TD"
        for (i = rooms; i >= 1; i--) {
            n = split(arrows(order[i], " "), below, " ")
            for (j = 1; j <= n; j++) print "  " order[i] " --> " below[j]
        }
        exit
    }
    for (depth = top; depth >= 0; depth--)
        for (i = rooms; i >= 1; i--) {
            room = order[i]
            if (level[room] != depth) continue
            under = arrows(room, ", ")
            printf "%-11s%-34s %s\n", room, (under == "" ? "--" : "→ " under), (outside[room] == "" ? "" : "[" outside[room] "]")
        }
}
