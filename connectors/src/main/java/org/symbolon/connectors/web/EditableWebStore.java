package org.symbolon.connectors.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.symbolon.command.resolver.port.EditableUserStore;
import org.symbolon.command.resolver.port.StoredUser;
import org.symbolon.command.resolver.port.UserChangeRefusedException;
import org.symbolon.events.shared.Secret;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A store over HTTP whose users can be changed. Only what the mapping names is written. */
final class EditableWebStore extends WebStore implements EditableUserStore {

    private static final Set<String> NOT_WRITTEN = Set.of(WebSettings.USER_ID, WebSettings.PASSWORD);
    private static final int CONFLICT = 409;
    private static final int LENGTH_OF_PASSWORD = 32;
    private static final String OF_EACH_KIND = "aA1!";
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

    private final Random random;

    EditableWebStore(WebApi api, WebSettings settings, WebDialect dialect, Random random) {
        super(api, settings, dialect);
        this.random = random;
    }

    @Override
    public String add(Map<String, String> attributes) {
        requireOpen();
        String login = attributes.getOrDefault(WebSettings.USERNAME, "");
        if (login.isBlank() || userWithLogin(login).isPresent()) {
            throw refused("a user needs a login of his own");
        }
        WebAnswer answer =
                api().ask(required(Operation.CREATE), values(attributes), data(attributes), api().deadline());
        if (!answer.done()) {
            throw refused(
                    answer.status() == CONFLICT
                            ? "the user store has somebody of this name (HTTP 409)"
                            : "the user store does not take him (HTTP " + answer.status() + ")");
        }
        return WebUser.of(answer.json(), settings().mapping(), Optional.empty())
                .map(WebUser::id)
                .or(() -> withLogin(login).map(StoredUser::userId))
                .orElseThrow(() -> refused("the new user is not found again"));
    }

    /** What templates may name of a new user: all that is mapped, and where a password must be given, one that nobody knows. */
    private Map<String, String> values(Map<String, String> attributes) {
        Map<String, String> values = new HashMap<>();
        settings().mapping().keySet().forEach(name -> values.put(name, ""));
        values.putAll(attributes);
        values.put(WebSettings.PASSWORD, unknownPassword());
        return values;
    }

    private String unknownPassword() {
        StringBuilder password = new StringBuilder(OF_EACH_KIND);
        random.ints(LENGTH_OF_PASSWORD, 0, LETTERS.length()).forEach(index -> password.append(LETTERS.charAt(index)));
        return password.toString();
    }

    /** Nothing is taken away from somebody who is new. */
    private ObjectNode data(Map<String, String> attributes) {
        Map<String, String> given = new HashMap<>(attributes);
        given.values().removeIf(String::isEmpty);
        return written(given, WebParameters.JSON.createObjectNode());
    }

    /**
     * Attributes as the store is told them; those that it has no name for are left out.
     *
     * @param before how it described the user: what is written into a list or an object is written into the whole of it
     */
    private ObjectNode written(Map<String, String> attributes, JsonNode before) {
        ObjectNode written = WebParameters.JSON.createObjectNode();
        new TreeMap<>(attributes).forEach((name, value) -> {
            String path = settings().mapping().get(name);
            if (path == null || NOT_WRITTEN.contains(name)) {
                return;
            }
            String beginning = JsonPath.beginning(path);
            if (JsonPath.isNested(path) && !written.has(beginning) && before.has(beginning)) {
                written.set(beginning, before.get(beginning).deepCopy());
            }
            JsonPath.put(written, path, dialect().written(name, value));
        });
        return written;
    }

    @Override
    public boolean update(String userId, Map<String, String> attributes) {
        requireOpen();
        Optional<WebUser> before = withId(userId);
        if (before.isEmpty()) {
            return false;
        }
        ObjectNode changes = written(attributes, before.get().json());
        Map<String, String> values = new HashMap<>(attributes);
        values.put(WebSettings.USER_ID, userId);
        ObjectNode data = dialect().unchanged(before.get().json()).setAll(changes);
        return changes.isEmpty() || changed(userId, required(Operation.EDIT), values, data);
    }

    /** Where no request is for passwords alone, one that edits users is taken, if it knows of a password. */
    @Override
    public boolean setPassword(String userId, Secret password) {
        requireOpen();
        if (password.isEmpty()) {
            throw refused("an empty password is none");
        }
        Map<String, String> values = Map.of(WebSettings.USER_ID, userId, WebSettings.PASSWORD, password.reveal());
        ObjectNode nothing = WebParameters.JSON.createObjectNode();
        Optional<RequestDefinition> own = settings().request(Operation.SET_PASSWORD);
        if (own.isPresent()) {
            return changed(userId, own.get(), values, nothing);
        }
        RequestDefinition edit = required(Operation.EDIT);
        String attribute = settings().mapping().getOrDefault(WebSettings.PASSWORD, "");
        if (attribute.isEmpty() && !edit.mentions(WebSettings.PASSWORD)) {
            throw refused("neither %s nor %s says where passwords are written to"
                    .formatted(Operation.SET_PASSWORD.key(), WebSettings.MAPPING));
        }
        return changed(userId, edit, values, attribute.isEmpty() ? nothing : nothing.put(attribute, password.reveal()));
    }

    @Override
    public boolean delete(String userId) {
        requireOpen();
        return changed(
                userId,
                required(Operation.DELETE),
                Map.of(WebSettings.USER_ID, userId),
                WebParameters.JSON.createObjectNode());
    }

    /** False if there is no such user; some stores answer so to a request for somebody, and others by another refusal. */
    private boolean changed(String userId, RequestDefinition request, Map<String, String> values, ObjectNode data) {
        if (isNoName(userId)) {
            return false;
        }
        WebAnswer answer = api().ask(request, values, data, api().deadline());
        if (answer.done()) {
            return true;
        }
        if (answer.nothingThere() || withId(userId).isEmpty()) {
            return false;
        }
        throw refused("the user store does not take it (HTTP " + answer.status() + ")");
    }

    private RequestDefinition required(Operation operation) {
        return settings().request(operation).orElseThrow(() -> refused("the resolver has no " + operation.key()));
    }

    private static UserChangeRefusedException refused(String why) {
        return new UserChangeRefusedException("The user was not changed: " + why, null);
    }
}
