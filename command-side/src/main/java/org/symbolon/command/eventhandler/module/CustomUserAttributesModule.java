package org.symbolon.command.eventhandler.module;

import static org.symbolon.command.eventhandler.module.Option.line;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.symbolon.command.eventhandler.deed.Deed;
import org.symbolon.command.eventhandler.fact.HandledRequest;
import org.symbolon.command.eventhandler.fact.HandlerOptions;
import org.symbolon.command.eventhandler.fact.RaisedEvent;
import org.symbolon.command.user.DeleteUserAttribute;
import org.symbolon.command.user.SetUserAttribute;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.user.UserKey;

/** Sets and deletes what is noted of a user here beyond his resolver. */
final class CustomUserAttributesModule {

    private static final String OWNER = "tokenowner";
    private static final String CALLER = "logged_in_user";
    private static final String KEY_OPTION = "attrkey";
    private static final String VALUE = "attrvalue";
    private static final String USER_OPTION = "user";

    private static final Option USER = line(USER_OPTION, "Whose attribute it is.")
            .mandatory()
            .from(Choices.of(OWNER, CALLER))
            .otherwise(OWNER);
    private static final Option KEY = line(KEY_OPTION, "The key of the attribute.");

    static final HandlerModule TABLE = HandlerModule.named("CustomUserAttributes", HandlerModule.BEFORE_AND_AFTER)
            .listeningToHappenings()
            .action("set_custom_user_attributes", CustomUserAttributesModule::set, USER, KEY, line(VALUE, "Its value."))
            .action("delete_custom_user_attributes", CustomUserAttributesModule::delete, USER, KEY);

    private CustomUserAttributesModule() {}

    private static List<Deed> set(HandledRequest request, HandlerOptions options) {
        String key = options.required(KEY_OPTION);
        String value = options.text(VALUE, "");
        return changing(
                request,
                options,
                (user, login) -> Deed.Order.of(
                        new SetUserAttribute(user, key, value, ""), "set the attribute " + key + " of " + login));
    }

    private static List<Deed> delete(HandledRequest request, HandlerOptions options) {
        String key = options.required(KEY_OPTION);
        return changing(
                request,
                options,
                (user, login) -> Deed.Order.of(
                        new DeleteUserAttribute(user, key), "delete the attribute " + key + " of " + login));
    }

    private static List<Deed> changing(
            HandledRequest request, HandlerOptions options, BiFunction<UserKey, String, Deed> change) {
        Optional<KnownUser> user = user(request, options);
        Optional<UserKey> key = user.flatMap(request.lookups()::keyOf);
        return key.isPresent()
                ? List.of(change.apply(key.get(), user.get().login()))
                : List.of(new Deed.Nothing("there is no such user", false));
    }

    private static Optional<KnownUser> user(HandledRequest request, HandlerOptions options) {
        if (!options.text(USER_OPTION, OWNER).equals(CALLER)) {
            return request.owner();
        }
        RaisedEvent event = request.event();
        return event.login().isEmpty()
                ? Optional.empty()
                : request.lookups().user(event.login(), event.loginRealm(), "");
    }
}
