package org.symbolon.command.feed;

import static org.symbolon.command.feed.FeedOption.brokers;
import static org.symbolon.command.feed.FeedOption.certificate;
import static org.symbolon.command.feed.FeedOption.choice;
import static org.symbolon.command.feed.FeedOption.file;
import static org.symbolon.command.feed.FeedOption.flag;
import static org.symbolon.command.feed.FeedOption.header;
import static org.symbolon.command.feed.FeedOption.host;
import static org.symbolon.command.feed.FeedOption.key;
import static org.symbolon.command.feed.FeedOption.kinds;
import static org.symbolon.command.feed.FeedOption.number;
import static org.symbolon.command.feed.FeedOption.password;
import static org.symbolon.command.feed.FeedOption.privateKey;
import static org.symbolon.command.feed.FeedOption.text;
import static org.symbolon.command.feed.FeedOption.topic;
import static org.symbolon.command.feed.FeedOption.url;
import static org.symbolon.command.feed.FeedOption.word;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ways by which facts can go to another system, and what each has to know. */
@SuppressWarnings("ImmutableEnumChecker") // the list and those in it are unmodifiable
public enum FeedType {
    WEBHOOK(url("url"), key("secret"), header("authorization"), flag("tls"), number("timeout", 1, 60)),
    SYSLOG(
            host("server"),
            number("port", 1, 65_535),
            choice("format", "json", "cef"),
            number("facility", 0, 23),
            flag("tls"),
            text("authorities"),
            flag("confirm"),
            number("timeout", 1, 60)),
    FILE(file("file"), number("megabytes", 1, 10_000), number("keep", 0, 10_000)),
    KAFKA(
            brokers("brokers"),
            topic("topic"),
            flag("encrypted"),
            flag("tls"),
            text("authorities"),
            certificate("client_certificate").needing("client_key"),
            privateKey("client_key"),
            word("username").needing("password"),
            password("password"),
            choice("mechanism", "PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512").needing("username"),
            choice("compression", "none", "gzip"),
            number("timeout", 1, 60));

    private final List<FeedOption> options;

    FeedType(FeedOption... own) {
        options = Stream.concat(common(), Stream.of(own)).toList();
    }

    private static Stream<FeedOption> common() {
        return Stream.of(
                flag("active"),
                kinds("kinds"),
                text("realms"),
                choice("start", "now", "beginning"),
                number("batch", 1, 1000),
                text("only_on_node"),
                text("description"));
    }

    /** By which clients know it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FeedType> named(String name) {
        return Stream.of(values()).filter(type -> type.wireName().equals(name)).findFirst();
    }

    public List<FeedOption> options() {
        return options;
    }

    Optional<FeedOption> option(String name) {
        return options.stream().filter(option -> option.name().equals(name)).findFirst();
    }

    /** The names of those that nobody may read again. */
    public Set<String> secrets() {
        return options.stream().filter(FeedOption::secret).map(FeedOption::name).collect(Collectors.toSet());
    }

    /** The names of those that must be given where these are. */
    List<String> required(Set<String> given) {
        return options.stream()
                .flatMap(option -> option.required()
                        ? Stream.of(option.name())
                        : option.needs().stream().filter(other -> given.contains(option.name())))
                .toList();
    }

    /** The names of all options of all types. */
    public static Set<String> optionNames() {
        return Stream.of(values())
                .map(FeedType::options)
                .flatMap(List::stream)
                .map(FeedOption::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    static String names() {
        return Stream.of(values()).map(FeedType::wireName).collect(Collectors.joining(", "));
    }
}
