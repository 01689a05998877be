package org.symbolon.command.eventhandler.module;

import java.util.List;

/** What an option or a condition offers to choose from. */
public sealed interface Choices {

    Choices TRUTH = new Fixed(List.of("True", "False"));

    /** Always the same texts. */
    record Fixed(List<String> values) implements Choices {}

    /** The names of whatever there is of a kind at the moment. */
    record Existing(Kind kind) implements Choices {}

    /** Things that have names. */
    enum Kind {
        REALMS,
        RESOLVERS,
        TOKEN_TYPES,
        ADMINISTRATORS,
        SUPERUSER_REALMS,
        MAIL_SERVERS,
        SMS_GATEWAYS,
        REMOTE_SERVERS,
        TOKEN_GROUPS,
        SERVICE_IDS
    }

    static Choices of(String... values) {
        return new Fixed(List.of(values));
    }

    static Choices existing(Kind kind) {
        return new Existing(kind);
    }
}
