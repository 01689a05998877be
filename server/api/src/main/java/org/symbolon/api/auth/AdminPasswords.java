package org.symbolon.api.auth;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.login.AdministratorPasswords;
import org.symbolon.command.secret.PasswordHasher;
import org.symbolon.command.secret.Payer;
import org.symbolon.events.shared.Secret;
import org.symbolon.query.admin.AdminView;
import org.symbolon.query.admin.FindAdmin;
import org.symbolon.query.sending.QueryDispatcher;

/** Checks the passwords of local administrators. */
@Component
public class AdminPasswords implements AdministratorPasswords {

    private final QueryDispatcher queries;
    private final PasswordHasher hasher;

    AdminPasswords(QueryDispatcher queries, PasswordHasher hasher) {
        this.queries = queries;
        this.hasher = hasher;
    }

    /** Whether there is an administrator of that name. */
    boolean isKnown(String username) {
        return hashOf(username).isPresent();
    }

    /** Whether this is the password of an administrator of that name. */
    boolean match(String username, Secret password, String address) {
        Payer payer = new Payer(address, username);
        return hashOf(username)
                .filter(hash -> hasher.matches(hash, password, payer))
                .isPresent();
    }

    /**
     * Takes the time of a hash unless {@link #match} has taken it: a refusal costs the same whether there is an
     * administrator of that name or not.
     */
    void payUnlessKnown(String username, String address) {
        if (hashOf(username).isEmpty()) {
            hasher.pretend(new Payer(address, username));
        }
    }

    @Override
    public Optional<String> hashOf(String username) {
        return queries.find(new FindAdmin(username), AdminView.class).map(AdminView::passwordHash);
    }
}
