package org.symbolon.api.history;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.realm.Realm;
import org.symbolon.command.user.UserAttributes;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.UserName;
import org.symbolon.events.user.UserAttributeEvent;
import org.symbolon.events.user.UserKey;
import org.symbolon.query.history.ListRealmNumbers;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.query.user.UserAttributeReading;

/**
 * Finds the custom attributes of a user whom a request names as people do. They hang on a realm's number, so those that he had
 * in former realms of the name are his, too.
 */
@Component
final class UserTrails {

    private final UserDirectory directory;
    private final QueryDispatcher queries;

    UserTrails(UserDirectory directory, QueryDispatcher queries) {
        this.directory = directory;
        this.queries = queries;
    }

    HistoryKind kind() {
        return new HistoryKind("user", UserAttributeEvent.class, this::trail, FieldNames.parse(""));
    }

    private Trail trail(String id, ApiRequest request) {
        Parameters parameters = request.parameters();
        String resolver = parameters.text("resolver").orElse("");
        UserName name = directory.nameOf(id, parameters.nonEmptyText("realm"), resolver);
        KnownUser user = find(name).orElseGet(() -> gone(id, name));
        request.notes().user(user.login()).realm(user.realm()).resolver(user.resolver());
        List<String> attributes = queries.list(new ListRealmNumbers(user.realm()), Integer.class).stream()
                .map(number -> UserAttributes.idOf(new UserKey(number, user.resolver(), user.userId())))
                .toList();
        return new Trail(attributes, List.of(Realm.idOf(user.realm())), UserAttributeReading.reading());
    }

    /** A resolver that is gone knows nobody. */
    private Optional<KnownUser> find(UserName name) {
        try {
            return directory.find(name);
        } catch (Refusal noSuchResolver) {
            return Optional.empty();
        }
    }

    /** Whom nobody knows any more has no login, but the id that he had in his resolver. */
    private static KnownUser gone(String id, UserName name) {
        if (name.resolver().isEmpty()) {
            throw ApiException.notFound("There is no history of the user '" + id + "'.");
        }
        return new KnownUser(id, name.realm(), name.resolver(), id);
    }
}
