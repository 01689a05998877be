package org.symbolon.command.eventhandler.module;

import static org.symbolon.command.eventhandler.module.Option.line;

/** Sets and deletes what is noted of a user here beyond his resolver. */
final class CustomUserAttributesModule {

    private static final Option USER = line("user", "Whose attribute it is.")
            .mandatory()
            .from(Choices.of("tokenowner", "logged_in_user"))
            .otherwise("tokenowner");
    private static final Option KEY = line("attrkey", "The key of the attribute.");

    static final HandlerModule TABLE = HandlerModule.named("CustomUserAttributes", HandlerModule.BEFORE_AND_AFTER)
            .action("set_custom_user_attributes", USER, KEY, line("attrvalue", "Its value."))
            .action("delete_custom_user_attributes", USER, KEY);

    private CustomUserAttributesModule() {}
}
