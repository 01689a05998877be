package org.symbolon.server.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.symbolon.command.user.KnownUser;
import org.symbolon.command.user.UserName;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.config.RealmView;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.login.RemoteUserPolicy;
import org.symbolon.server.policy.action.Action;
import org.symbolon.server.policy.action.WebuiActions;
import org.symbolon.server.policy.asking.AsksPolicies;
import org.symbolon.server.policy.asking.Subject;

/** Whom policies let in because a web server in front has checked him. */
final class RemoteUserPolicies implements RemoteUserPolicy, AsksPolicies {

    private final Supplier<ConfigurationView> configuration;

    RemoteUserPolicies(Supplier<ConfigurationView> configuration) {
        this.configuration = configuration;
    }

    @Override
    public List<Action> asks() {
        return List.of(WebuiActions.REMOTE_USER);
    }

    /** A local administrator counts as somebody in the default realm. */
    @Override
    public boolean admits(ApiRequest request, String username, Optional<KnownUser> user) {
        String realm = configuration.get().defaultRealm().map(RealmView::name).orElse("");
        Subject subject = user.map(Subject::of).orElseGet(() -> Subject.of(new UserName(username, realm, "")));
        Set<String> said =
                request.policies().ask(WebuiActions.REMOTE_USER, subject).values();
        return said.contains("allowed") || said.contains("force");
    }
}
