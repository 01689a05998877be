package org.symbolon.endtoend.harness;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.context.support.GenericApplicationContext;
import org.symbolon.command.auth.LoginTerms;
import org.symbolon.command.user.KnownUser;
import org.symbolon.server.cli.Administrators;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.validate.LoginMode;
import org.symbolon.server.http.validate.LoginPolicies;
import org.symbolon.server.http.validate.PreferredClientMode;

/** What a test has decided about log-ins, in place of all policies. */
public final class SettablePolicies implements LoginPolicies {

    private volatile LoginTerms terms = LoginTerms.NONE;
    private volatile LoginMode mode = LoginMode.USERSTORE;
    private volatile PreferredClientMode preferred = PreferredClientMode.PRESET;

    /** A server of its own, that asks these. */
    public InProcessServer startServer(Path data) {
        InProcessServer server = InProcessServer.start(
                data,
                InProcessServer.newDatabase(),
                "tested",
                application -> application.addInitializers(context -> ((GenericApplicationContext) context)
                        .registerBean(
                                "settablePolicies",
                                LoginPolicies.class,
                                () -> this,
                                definition -> definition.setPrimary(true))));
        server.bean(Administrators.class).add(InProcessServer.ADMIN, InProcessServer.ADMIN_PASSWORD, "");
        return server;
    }

    public void reset() {
        terms = LoginTerms.NONE;
        mode = LoginMode.USERSTORE;
        preferred = PreferredClientMode.PRESET;
    }

    public void terms(LoginTerms decided) {
        terms = decided;
    }

    public void mode(LoginMode decided) {
        mode = decided;
    }

    public void preferred(PreferredClientMode decided) {
        preferred = decided;
    }

    @Override
    public LoginTerms terms(ApiRequest request, Optional<KnownUser> user) {
        return terms;
    }

    @Override
    public LoginMode mode(ApiRequest request, KnownUser user) {
        return mode;
    }

    @Override
    public PreferredClientMode preferredClientMode(ApiRequest request, Optional<KnownUser> user) {
        return preferred;
    }
}
