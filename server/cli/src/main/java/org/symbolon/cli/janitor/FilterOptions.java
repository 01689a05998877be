package org.symbolon.cli.janitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.events.shared.TokenDates;
import org.symbolon.events.shared.TokenOwner;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The filters, under eduMFA's names, since scripts give them. All must hold. */
final class FilterOptions {

    private static final String TYPE_OF_ENTRY = ".type";
    private static final String LAST_USE = "last_auth";
    private static final Pattern AGE = Pattern.compile("(\\d{1,5})([smhdy])");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec specification;

    @Option(
            names = {"--last_auth", "--last-auth"},
            paramLabel = "AGE",
            description =
                    "Tokens whose last success is longer ago, as in 10h, 7d or 2y; one that was never used is none.")
    private Optional<String> age;

    @Option(names = "--assigned", arity = "1", paramLabel = "True|False", description = "Whether they have an owner.")
    private Optional<Boolean> assigned;

    @Option(names = "--active", arity = "1", paramLabel = "True|False", description = "Whether they are enabled.")
    private Optional<Boolean> active;

    @Option(
            names = "--orphaned",
            arity = "1",
            paramLabel = "True|False",
            description = "Whether their owner's user store has said that it does not know him (any more).")
    private Optional<Boolean> orphaned;

    @Option(
            names = {"--orphan_exception_value", "--orphan-exception-value"},
            arity = "1",
            paramLabel = "True|False",
            description =
                    "Whether tokens whose user store cannot be asked, or is not defined any more, count as orphaned."
                            + " Default: False.")
    private boolean orphanIfUnknown;

    @Option(names = "--tokentype", paramLabel = "TYPE", description = "Tokens of this type.")
    private Optional<String> type;

    @Option(
            names = "--username",
            paramLabel = "LOGIN[@REALM]",
            description = "Tokens of this user; one whom nobody knows is an error.")
    private Optional<String> username;

    @Option(names = "--realm", paramLabel = "REALM", description = "Tokens in this realm.")
    private Optional<String> realm;

    @Option(names = "--resolver", paramLabel = "RESOLVER", description = "Tokens whose owner is in this resolver.")
    private Optional<String> resolver;

    @Option(names = "--serial", paramLabel = "REGEX", description = "The expression is found in their serial.")
    private Optional<Pattern> serial;

    @Option(
            names = "--description",
            paramLabel = "REGEX",
            description = "The expression is found in their description.")
    private Optional<Pattern> description;

    @Option(names = "--has-tokeninfo-key", paramLabel = "KEY", description = "Their info has this entry.")
    private Optional<String> key;

    @Option(names = "--has-not-tokeninfo-key", paramLabel = "KEY", description = "Their info has no such entry.")
    private Optional<String> missingKey;

    @Mixin
    private InfoOptions info = new InfoOptions();

    @Mixin
    private ColumnOptions column = new ColumnOptions();

    /** What is asked of an entry of the info. */
    static final class InfoOptions {

        @Option(
                names = "--tokeninfo-key",
                paramLabel = "KEY",
                description = "The entry of their info that the options --tokeninfo-value... are about.")
        private Optional<String> key;

        @Option(
                names = "--tokeninfo-value",
                paramLabel = "REGEX",
                description = "The expression is found in the entry; a number is the same number.")
        private Optional<Pattern> value;

        @Option(
                names = "--tokeninfo-value-greater-than",
                paramLabel = "N",
                description = "The entry is a greater integer.")
        private Optional<Long> greater;

        @Option(names = "--tokeninfo-value-less-than", paramLabel = "N", description = "The entry is a lesser integer.")
        private Optional<Long> less;

        @Option(
                names = "--tokeninfo-value-after",
                paramLabel = "DATE",
                description = "The entry is a later time, as in 2026-11-24 or 2026-11-24T12:34:00Z.")
        private Optional<String> after;

        @Option(names = "--tokeninfo-value-before", paramLabel = "DATE", description = "The entry is an earlier time.")
        private Optional<String> before;
    }

    /** What is asked of a column of the table of tokens. */
    static final class ColumnOptions {

        @Option(
                names = "--tokenattribute",
                paramLabel = "COLUMN",
                description = "The column of the table token that the options --tokenattribute-value... are about.")
        private Optional<String> name;

        @Option(
                names = "--tokenattribute-value",
                paramLabel = "REGEX",
                description = "The expression is found in the column; a number is the same number.")
        private Optional<Pattern> value;

        @Option(
                names = {"--tokenattribute-value-greater-than", "--tokenattribute-greater-than"},
                paramLabel = "N",
                description = "The column is greater.")
        private Optional<Long> greater;

        @Option(
                names = {"--tokenattribute-value-less-than", "--tokenattribute-less-than"},
                paramLabel = "N",
                description = "The column is less.")
        private Optional<Long> less;
    }

    /**
     * What was given cannot be meant.
     *
     * @throws ParameterException if so
     */
    void check() {
        requireExact("--tokentype", type);
        requireExact("--realm", realm);
        requireExact("--resolver", resolver);
        age.ifPresent(this::duration);
        requireName("--tokeninfo-key", info.key, infoTests());
        requireName("--tokenattribute", column.name, columnTests());
        column.name
                .filter(name -> !TokenColumns.NAMES.contains(name))
                .ifPresent(name -> misuse("there is no column '%s'; there are: %s"
                        .formatted(name, String.join(", ", TokenColumns.NAMES))));
    }

    private void requireExact(String option, Optional<String> given) {
        given.filter(text -> text.isBlank() || text.contains("*"))
                .ifPresent(text -> misuse(option + " must be a name"));
    }

    private void requireName(String option, Optional<String> name, List<Predicate<String>> tests) {
        if (name.isEmpty() && !tests.isEmpty()) {
            misuse("the value of what? " + option + " is missing");
        }
    }

    private void misuse(String explanation) {
        throw new ParameterException(specification.commandLine(), explanation);
    }

    /** Which tokens that comes to. */
    WantedTokens wanted(TokenStock stock, Clock clock) {
        List<Predicate<StockedToken>> tests = new ArrayList<>();
        age.map(this::duration)
                .map(clock.instant()::minus)
                .ifPresent(limit -> tests.add(
                        token -> ValueChecks.before(limit).test(token.info().getOrDefault(LAST_USE, ""))));
        serial.ifPresent(
                wanted -> tests.add(token -> wanted.matcher(token.serial()).find()));
        description.ifPresent(
                wanted -> tests.add(token -> wanted.matcher(token.description()).find()));
        key.ifPresent(wanted -> tests.add(token -> token.info().containsKey(wanted)));
        missingKey.ifPresent(unwanted -> tests.add(token -> !token.info().containsKey(unwanted)));
        info.key.ifPresent(wanted -> tests.add(token -> fits(token.info().get(wanted), infoTests())));
        column.name.ifPresent(wanted -> tests.add(token -> fits(TokenColumns.text(token, wanted), columnTests())));
        return new WantedTokens(
                new TokenShelf(
                        type,
                        assigned.or(() -> orphaned.filter(gone -> gone)),
                        active,
                        realm,
                        resolver,
                        username.map(typed -> owner(stock, typed)),
                        infoKeys(),
                        missingKey.filter(FilterOptions::isStored)),
                tests,
                orphaned,
                orphanIfUnknown);
    }

    /** What the other tests want of the info holds of no token without these entries, so that only those with them need be read. */
    private List<String> infoKeys() {
        return Stream.of(age.map(any -> LAST_USE), key, info.key)
                .flatMap(Optional::stream)
                .filter(FilterOptions::isStored)
                .distinct()
                .toList();
    }

    /** The type of an entry is shown as an entry of its own, and is none. */
    private static boolean isStored(String name) {
        return !name.endsWith(TYPE_OF_ENTRY);
    }

    boolean orphanIfUnknown() {
        return orphanIfUnknown;
    }

    private static boolean fits(String value, List<Predicate<String>> tests) {
        return value != null && tests.stream().allMatch(test -> test.test(value));
    }

    private static TokenOwner owner(TokenStock stock, String typed) {
        return stock.owner(typed).orElseThrow(() -> new CommandFailedException("there is no user " + typed));
    }

    private List<Predicate<String>> infoTests() {
        List<Predicate<String>> tests = new ArrayList<>();
        info.value.map(ValueChecks::like).ifPresent(tests::add);
        info.greater.map(ValueChecks::greater).ifPresent(tests::add);
        info.less.map(ValueChecks::less).ifPresent(tests::add);
        info.after.map(this::moment).map(ValueChecks::after).ifPresent(tests::add);
        info.before.map(this::moment).map(ValueChecks::before).ifPresent(tests::add);
        return tests;
    }

    private List<Predicate<String>> columnTests() {
        List<Predicate<String>> tests = new ArrayList<>();
        column.value.map(ValueChecks::like).ifPresent(tests::add);
        column.greater.map(ValueChecks::greater).ifPresent(tests::add);
        column.less.map(ValueChecks::less).ifPresent(tests::add);
        return tests;
    }

    private Duration duration(String text) {
        Matcher given = AGE.matcher(text);
        if (!given.matches()) {
            throw new ParameterException(specification.commandLine(), "'" + text + "' is no age as in 10h, 7d or 2y");
        }
        long number = Long.parseLong(given.group(1));
        return switch (given.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.ofDays(365 * number);
        };
    }

    private Instant moment(String text) {
        return TokenDates.parse(text)
                .orElseThrow(() -> new ParameterException(
                        specification.commandLine(), "'" + text + "' is no time as in 2026-11-24T12:34:00Z"));
    }
}
