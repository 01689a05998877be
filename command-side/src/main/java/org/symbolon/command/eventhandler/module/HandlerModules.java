package org.symbolon.command.eventhandler.module;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All kinds of event handlers. */
public final class HandlerModules {

    private static final List<HandlerModule> ALL = List.of(
            UserNotificationModule.TABLE,
            TokenModule.TABLE,
            FederationModule.TABLE,
            ScriptModule.TABLE,
            CounterModule.TABLE,
            RequestManglerModule.TABLE,
            ResponseManglerModule.TABLE,
            LoggingModule.TABLE,
            CustomUserAttributesModule.TABLE,
            WebHookModule.TABLE);

    private HandlerModules() {}

    /** In the order in which they are shown. */
    public static List<HandlerModule> all() {
        return ALL;
    }

    /** The options of a mail whose answers go to this address. */
    public static Map<String, String> answeredAt(String address) {
        return Map.of("reply_to", Recipient.ADDRESS, "reply_to " + Recipient.ADDRESS, address);
    }

    public static Optional<HandlerModule> find(String name) {
        return ALL.stream().filter(module -> module.name().equals(name)).findFirst();
    }
}
