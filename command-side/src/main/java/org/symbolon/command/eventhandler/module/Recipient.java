package org.symbolon.command.eventhandler.module;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.symbolon.command.eventhandler.fact.HandledRequest;
import org.symbolon.command.eventhandler.fact.HandlerOptions;
import org.symbolon.command.eventhandler.fact.RaisedEvent;

/**
 * Who gets a notification, or an answer to one.
 *
 * @param addresses none where nobody is found
 * @param info what is known of him, as the server knows users; empty of an address alone
 */
record Recipient(List<String> addresses, Map<String, String> info) {

    static final String OWNER = "tokenowner";
    static final String CALLER = "logged_in_user";
    static final String ADMIN = "internal admin";
    static final String ADMIN_REALM = "admin realm";
    static final String ADDRESS = "email";

    private static final Recipient NOBODY = new Recipient(List.of(), Map.of());

    /** The one that an option names, with what the option beside it says. */
    static Recipient of(HandledRequest request, HandlerOptions options, String option, String otherwise) {
        String kind = options.text(option, otherwise);
        String detail = options.text(option + " " + kind, "");
        return switch (kind) {
            case OWNER -> known(request.ownerInfo());
            case CALLER -> caller(request);
            case ADMIN -> at(List.of(request.lookups().addressOfAdministrator(detail)));
            case ADMIN_REALM -> at(request.lookups().addressesIn(detail));
            case ADDRESS -> at(List.of(detail.split(",")));
            default -> NOBODY;
        };
    }

    /** An administrator of this server has an address of his own. */
    private static Recipient caller(HandledRequest request) {
        RaisedEvent event = request.event();
        if (event.login().isEmpty()) {
            return NOBODY;
        }
        return event.loginRealm().isEmpty()
                ? at(List.of(request.lookups().addressOfAdministrator(event.login())))
                : request.lookups()
                        .user(event.login(), event.loginRealm(), "")
                        .map(request.lookups()::infoOf)
                        .map(Recipient::known)
                        .orElse(NOBODY);
    }

    String givenName() {
        return info.getOrDefault("givenname", "");
    }

    String surname() {
        return info.getOrDefault("surname", "");
    }

    private static Recipient known(Map<String, String> info) {
        return new Recipient(sound(Stream.of(info.getOrDefault(ADDRESS, ""))), info);
    }

    private static Recipient at(List<String> addresses) {
        return new Recipient(sound(addresses.stream()), Map.of());
    }

    private static List<String> sound(Stream<String> addresses) {
        return addresses
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .distinct()
                .toList();
    }
}
