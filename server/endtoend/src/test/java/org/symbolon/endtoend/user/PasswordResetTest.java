package org.symbolon.endtoend.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.command.user.IssueRecoveryCode;
import org.symbolon.command.user.RecoveryCodes;
import org.symbolon.command.user.RecoveryCodes.NewCode;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.WireTest;
import org.symbolon.events.shared.Secret;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.query.user.ListPasswordResets;
import org.symbolon.query.user.PasswordResetView;

/** Recovery codes in a whole server, by their commands. */
@WireTest
class PasswordResetTest {

    private static final String REALM = "reset";
    private static final int RIVALS = 6;

    private InProcessServer server;
    private CommandSender commands;
    private RecoveryCodes codes;

    @BeforeAll
    void prepare(InProcessServer shared) {
        server = shared;
        commands = shared.bean(CommandSender.class);
        codes = shared.bean(RecoveryCodes.class);
    }

    private Secret issue(String user) {
        NewCode made = codes.make(user, REALM);
        commands.sendAs("test", made.command());
        return made.code();
    }

    private boolean check(String user, Secret code) {
        return (Boolean) commands.sendAs("test", codes.check(user, REALM, code));
    }

    private List<PasswordResetView> pending(String user) {
        return server.bean(QueryDispatcher.class).list(new ListPasswordResets(user, REALM), PasswordResetView.class);
    }

    @Test
    void aCodeIsGoodOnceForTheUserItWasMadeFor() {
        Secret code = issue("reset-anna");
        assertThat(pending("reset-anna")).singleElement().satisfies(view -> {
            assertThat(Duration.between(view.issuedAt(), view.expiresAt()))
                    .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
            assertThat(view.codeHash()).startsWith("$argon2id$");
        });

        assertThat(check("reset-bert", code)).isFalse();
        assertThat(check("reset-anna", Secret.of("wrong"))).isFalse();
        assertThat(check("reset-anna", code)).isTrue();
        assertThat(check("reset-anna", code)).isFalse();
        assertThat(pending("reset-anna")).isEmpty();
    }

    @Test
    void aUserMayHaveSeveral() {
        Secret first = issue("reset-carl");
        Secret second = issue("reset-carl");

        assertThat(check("reset-carl", second)).isTrue();
        assertThat(check("reset-carl", first)).isTrue();
    }

    @Test
    void whatHasExpiredIsRemovedWithTheCheckOfWhoever() {
        NewCode made = codes.make("reset-dora", REALM);
        IssueRecoveryCode late = new IssueRecoveryCode(
                made.command().codeHash(), "reset-dora", REALM, "", "d@example.org", Duration.ofSeconds(-1));
        commands.sendAs("test", late);
        assertThat(pending("reset-dora")).hasSize(1);

        assertThat(check("reset-nobody", Secret.of("wrong"))).isFalse();

        assertThat(pending("reset-dora")).isEmpty();
        assertThat(check("reset-dora", made.code())).isFalse();
    }

    @Test
    void ofManyWhoBringACodeAtOnceOneIsLetIn() throws Exception {
        Secret code = issue("reset-emil");
        ExecutorService rivals = Executors.newFixedThreadPool(RIVALS);
        try {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int rival = 0; rival < RIVALS; rival++) {
                answers.add(rivals.submit(() -> check("reset-emil", code)));
            }
            List<Boolean> results = new ArrayList<>();
            for (Future<Boolean> answer : answers) {
                results.add(answer.get());
            }
            assertThat(results).containsOnlyOnce(true);
        } finally {
            rivals.shutdownNow();
        }
    }
}
