package org.symbolon.command.user;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.resolver.port.EditableUserStore;
import org.symbolon.command.resolver.port.StoredUser;
import org.symbolon.command.resolver.port.UserChangeRefusedException;
import org.symbolon.command.user.port.RealmRegistry;
import org.symbolon.command.user.port.UserCache;
import org.symbolon.command.user.port.UserResolver;
import org.symbolon.events.shared.Secret;

/** Makes, changes and deletes users in user stores that can be written to. What a cache knew of them is forgotten. */
public class UserEdits {

    private static final int REFUSED = 10;

    private final RealmRegistry registry;
    private final OpenStores stores;
    private final UserCache cache;

    public UserEdits(RealmRegistry registry, OpenStores stores, UserCache cache) {
        this.registry = registry;
        this.stores = stores;
        this.cache = cache;
    }

    /**
     * Makes a user; where his password is refused, there is none.
     *
     * @param password empty for none
     * @return his id
     * @throws Refusal 904 if the resolver cannot be written to, 10 if its store refuses him
     */
    public String add(String resolver, String login, Map<String, String> attributes, Secret password) {
        Map<String, String> all = new HashMap<>(attributes);
        all.put("username", login);
        return edit(resolver, login, store -> {
            String id = store.add(all);
            if (!password.isEmpty()) {
                try {
                    store.setPassword(id, password);
                } catch (UserChangeRefusedException refused) {
                    store.delete(id);
                    throw refused;
                }
            }
            return id;
        });
    }

    /**
     * Changes what is given of a user; an empty text takes an attribute away, an empty password changes none.
     *
     * @return false if there is no such user
     * @throws Refusal 904 if the resolver cannot be written to, 10 if its store refuses the change
     */
    public boolean change(String resolver, String login, Map<String, String> attributes, Secret password) {
        return edit(resolver, login, store -> {
            Optional<String> id = store.withLogin(login).map(StoredUser::userId);
            boolean known = id.isPresent() && store.update(id.get(), attributes);
            return known && (password.isEmpty() || store.setPassword(id.get(), password));
        });
    }

    /**
     * Deletes a user.
     *
     * @return false if there is no such user
     * @throws Refusal 904 if the resolver cannot be written to, 10 if its store refuses it
     */
    public boolean delete(String resolver, String login) {
        return edit(resolver, login, store -> store.withLogin(login)
                .filter(user -> store.delete(user.userId()))
                .isPresent());
    }

    private <T> T edit(String resolver, String login, Function<EditableUserStore, T> change) {
        UserResolver found = registry.resolverIgnoringCase(resolver).orElseThrow(() -> readOnly(resolver, login));
        try {
            T done = stores.ask(found, store -> {
                if (store instanceof EditableUserStore editable) {
                    return change.apply(editable);
                }
                throw readOnly(resolver, login);
            });
            cache.forget(found.name(), login);
            return done;
        } catch (UserChangeRefusedException refused) {
            throw Refusal.of(REFUSED, refused.getMessage());
        }
    }

    private static Refusal readOnly(String resolver, String login) {
        return Refusal.user("The resolver '" + resolver + "' cannot change the user '" + login + "'.");
    }
}
