package org.symbolon.store.database;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * What is to be done about the embedded database where Symbolon is started as root, as whom PostgreSQL must not run. Where an ordinary
 * user starts it, nothing of this counts.
 *
 * @param account the account that the database gets; without one that of PostgreSQL, or else nobody's
 * @param allowed whether it may read root's files where it can be given no other account
 */
public record RootRule(Optional<String> account, boolean allowed) {

    /** It may go on with the files of root. */
    public static final RootRule ALLOWED = new RootRule(Optional.empty(), true);

    private static final List<String> USUAL_ACCOUNTS = List.of("postgres", "nobody");

    static RootRule in(Environment environment) {
        Binder settings = Binder.get(environment);
        return new RootRule(
                Optional.of(settings.bind("symbolon.database-account", String.class)
                                .orElse("")
                                .strip())
                        .filter(name -> !name.isEmpty()),
                settings.bind("symbolon.allow-root", Boolean.class).orElse(false));
    }

    List<String> accounts() {
        return account.map(List::of).orElse(USUAL_ACCOUNTS);
    }
}
