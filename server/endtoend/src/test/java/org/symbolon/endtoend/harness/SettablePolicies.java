package org.symbolon.endtoend.harness;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.auth.Ruled;
import org.symbolon.policy.AnswerTerms;
import org.symbolon.policy.AskedLogin;
import org.symbolon.policy.LoginMode;
import org.symbolon.policy.LoginPolicies;
import org.symbolon.policy.LoginQuestion;
import org.symbolon.policy.PreferredClientMode;

/** What a test has decided about log-ins, in place of all policies; and how often anybody asks. */
public final class SettablePolicies implements LoginPolicies {

    private final AtomicInteger questions = new AtomicInteger();
    private volatile ApplicationContext context;
    private volatile LoginTerms terms = LoginTerms.NONE;
    private volatile LoginMode mode = LoginMode.USERSTORE;
    private volatile PreferredClientMode preferred = PreferredClientMode.PRESET;

    /** A server of its own, that asks these. */
    public InProcessServer startServer(Path data) {
        return InProcessServer.start(
                data,
                InProcessServer.installed(data),
                "tested",
                application -> application.addInitializers(started -> {
                    context = started;
                    ((GenericApplicationContext) started)
                            .registerBean(
                                    "settablePolicies",
                                    LoginPolicies.class,
                                    () -> this,
                                    definition -> definition.setPrimary(true));
                }));
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

    /** How often policies were asked since this was asked last. */
    public int questions() {
        return questions.getAndSet(0);
    }

    /** Whom a log-in is about is found as ever. */
    @Override
    public AskedLogin ask(LoginQuestion question) {
        questions.incrementAndGet();
        AskedLogin asked = context.getBean("loginPolicies", LoginPolicies.class).ask(question);
        return new AskedLogin(
                asked.rewritten(),
                asked.user(),
                asked.apiKey(),
                mode,
                asked.remoteUser(),
                terms,
                preferring(asked.answer()),
                asked.policies());
    }

    private AnswerTerms preferring(AnswerTerms answer) {
        return new AnswerTerms(
                answer.tokenFacts(),
                answer.user(),
                answer.userInfo(),
                answer.resolver(),
                answer.silentOnSuccess(),
                answer.silentOnFailure(),
                answer.header(),
                answer.footer(),
                Ruled.of(preferred, List.of()),
                answer.preferredByUse(),
                answer.radiusAttributes(),
                answer.webui());
    }
}
