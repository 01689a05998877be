#!/bin/sh
# Compares how long pages of lists take on several servers that hold more and more rows, as docs/performance.md tells.
#   measure-lists.sh ROUNDS URL [URL ...]        (the servers' addresses, the one with the fewest rows first)
# The servers are asked in turn, a few times in a row each, so that whatever else the machine does meets all of them alike.
# For each request and server: the tenth percentile and the median in ms, and both as multiples of the first server's.
set -eu

rounds=$1
shift
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

cat >"$scratch/requests" <<'LIST'
/token/
/token/?page=20
/token/?tokenrealm=bench2
/token/?type=totp&assigned=true
/token/?serial=*0321*
/token/?userid=100321
/token/?sortby=description&sortdir=desc
/audit/
/audit/?page=20
/audit/?user=user0000321
/audit/?action=POST%20/validate/check&success=0
/audit/?administrator=helpdesk3
/audit/?user=user0000321&success=0
/audit/?client=10.0.0.3
/audit/?client=10.0.0.3&success=0&realm=bench1
/audit/?action=POST*&realm=bench2
LIST
[ -z "${REQUESTS:-}" ] || printf '%s\n' "$REQUESTS" >"$scratch/requests"

number=0
for url in "$@"; do
    number=$((number + 1))
    token=$(curl -sf "$url/auth" -d username=admin -d password=adminpw | sed 's/.*"token": *"\([^"]*\)".*/\1/')
    printf 'header = "Authorization: %s"\n' "$token" >"$scratch/login$number"
done

# Five requests over one connection; the first, which opens it, does not count.
ask() {
    for repetition in 1 2 3 4 5; do
        printf 'url = "%s"\noutput = /dev/null\nfail\nwrite-out = "%%{time_total}\\n"\n' "$2"
    done | cat "$scratch/login$1" - | curl -s -g -K - | tail -n 4
}

round=0
while [ "$round" -lt "$rounds" ]; do
    round=$((round + 1))
    line=0
    while read -r request; do
        line=$((line + 1))
        number=0
        for url in "$@"; do
            number=$((number + 1))
            ask "$number" "$url$request" >"$scratch/answered"
            # The first fifth warms up.
            [ $((round * 5)) -le "$rounds" ] || cat "$scratch/answered" >>"$scratch/times-$line-$number"
        done
    done <"$scratch/requests"
done

line=0
while read -r request; do
    line=$((line + 1))
    number=0
    printf '%-55s' "$request"
    for url in "$@"; do
        number=$((number + 1))
        sort -n "$scratch/times-$line-$number" | awk -v base="$scratch/base" -v first="$((number == 1))" '
            { time[NR] = $1 * 1000 }
            END {
                low = time[int((NR + 9) / 10)]; median = time[int((NR + 1) / 2)]
                if (first) { print low, median >base } else { getline <base; lowest = $1; middle = $2 }
                printf " | %6.1f %6.1f", low, median
                if (!first) { printf " (%.2f %.2f)", low / lowest, median / middle }
            }'
    done
    echo
done <"$scratch/requests"
