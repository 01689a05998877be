package org.symbolon.cli.janitor;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lists tokens with their owners, or owners with the number of their tokens. */
final class UserListing implements TokenListing {

    private static final List<String> USUAL = List.of("username", "givenname", "surname", "userid");

    private final PrintWriter out;
    private final UserNames names;
    private final List<String> more;
    private final boolean json;
    private final Map<List<String>, Long> sums = new LinkedHashMap<>();
    private final boolean summed;

    /**
     * Makes it.
     *
     * @param more further attributes of users
     * @param summed whether tokens are only counted
     */
    UserListing(PrintWriter out, UserNames names, List<String> more, boolean json, boolean summed) {
        this.out = out;
        this.names = names;
        this.more = more;
        this.json = json;
        this.summed = summed;
    }

    @Override
    public void take(List<StockedToken> tokens) {
        names.lookUp(tokens);
        for (StockedToken token : tokens) {
            List<String> user = user(token);
            if (!summed) {
                write(Stream.concat(Stream.of(token.serial(), token.type()), user.stream())
                        .toList());
            } else if (token.owner() != null) {
                sums.merge(user, 1L, Long::sum);
            }
        }
    }

    private List<String> user(StockedToken token) {
        Map<String, String> attributes = names.attributes(token);
        List<String> user = new ArrayList<>();
        USUAL.forEach(name -> user.add(attributes.getOrDefault(name, "")));
        if (token.owner() != null) {
            user.set(USUAL.indexOf("userid"), token.owner().userId());
        }
        user.add(token.owner() == null ? "" : token.owner().resolver());
        user.add(token.owner() == null ? "" : token.owner().realm());
        more.forEach(name -> user.add(attributes.getOrDefault(name, "")));
        return user;
    }

    private void write(List<String> values) {
        if (!json) {
            out.println(CsvLine.of(values));
            return;
        }
        List<String> titles = new ArrayList<>(summed ? List.of() : List.of("serial", "tokentype"));
        titles.addAll(List.of("username", "givenname", "surname", "uid", "resolver", "realm"));
        titles.addAll(more);
        titles.addAll(summed ? List.of("tokens") : List.of());
        Map<String, String> line = new LinkedHashMap<>();
        for (int index = 0; index < titles.size(); index++) {
            line.put(titles.get(index), values.get(index));
        }
        out.println(JsonLine.of(line));
    }

    @Override
    public void end() {
        sums.forEach((user, count) -> write(
                Stream.concat(user.stream(), Stream.of(Long.toString(count))).toList()));
    }
}
