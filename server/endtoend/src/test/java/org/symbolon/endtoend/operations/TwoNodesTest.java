package org.symbolon.endtoend.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.symbolon.endtoend.effect.Notes;
import org.symbolon.endtoend.effect.Notes.Sent;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.ServerProcess;

/** Two servers on one PostgreSQL: they must be one to whoever asks, also when one of them dies. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesTest extends TwoNodes {

    private static final int CHECKS = 200;

    @Test
    void anOtpThatManySendAtOnceIsAcceptedOnce() {
        Device device = enrol("SAME1");

        List<Answer> answers = checkOnBoth("SAME1", "pin" + device.otp(0), CHECKS, () -> {}).stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).hasSize(CHECKS).filteredOn(Answer::isAccepted).hasSize(1);
        assertThat(answers).filteredOn(Answer::isRejected).hasSize(CHECKS - 1);
        assertThat(store.nodesThatAccepted("SAME1", 0)).hasSize(1);
    }

    /** The node that dies is the one that reads the stream, so that the other one has to take that over as well. */
    @Test
    void anOtpIsAcceptedOnceAlthoughTheReaderOfTheStreamDiesMeanwhile() throws InterruptedException {
        Device device = enrol("SAME2");
        Device heirs = enrol("HEIR");
        String pass = "pin" + device.otp(0);
        boolean firstReads = store.ownerOfTrailing().startsWith(first.pid() + "@");
        ServerProcess reader = firstReads ? first : second;
        ServerProcess heir = firstReads ? second : first;
        ApiClient survivor = firstReads ? there : here;
        assertThat(store.ownerOfTrailing()).startsWith(reader.pid() + "@");
        CountDownLatch answered = new CountDownLatch(random.nextInt(1, CHECKS / 2));

        List<CompletableFuture<Answer>> checks = checkOnBoth("SAME2", pass, CHECKS, answered::countDown);
        assertThat(answered.await(30, TimeUnit.SECONDS)).isTrue();
        reader.kill();

        List<Answer> answers = completed(checks);
        assertThat(answers).filteredOn(Answer::isAccepted).hasSizeLessThanOrEqualTo(1);
        List<String> nodes = store.nodesThatAccepted("SAME2", 0);
        assertThat(nodes).hasSize(1);
        if (answers.stream().noneMatch(Answer::isAccepted)) {
            assertThat(nodes)
                    .as("an acceptance that nobody was told of")
                    .containsExactly(firstReads ? "first" : "second");
        }
        assertThat(survivor.check("serial", "SAME2", pass).isRejected()).isTrue();
        readsWhatHappensNow(survivor, heirs);
        assertThat(store.ownerOfTrailing()).startsWith(heir.pid() + "@");
        bothAreUp();
        assertThat(List.of(here, there))
                .allMatch(node -> node.check("serial", "SAME2", pass).isRejected());
        assertThat(store.nodesThatAccepted("SAME2", 0)).hasSize(1);
    }

    private static void readsWhatHappensNow(ApiClient heir, Device device) {
        assertThat(heir.check("serial", "HEIR", "pin" + device.otp(0)).isAccepted())
                .isTrue();
        assertThat(auditActions(heir, "HEIR")).containsExactly("POST /validate/check", "POST /token/init");
        assertThat(listed(heir, "HEIR").get(0)).containsEntry("count", 1);
    }

    /** It dies of an effect, which it has sent and cannot say so any more. */
    @Test
    void eachOtpOfAStreamIsAcceptedAtMostOnceAndAnEffectIsNotLostAlthoughANodeDiesMeanwhile()
            throws InterruptedException {
        Device device = enrol("STREAM");
        int values = 40;
        CountDownLatch answered = new CountDownLatch(random.nextInt(1, values * 4));

        List<CompletableFuture<List<Answer>>> checks = new ArrayList<>();
        for (int counter = 0; counter < values; counter++) {
            List<CompletableFuture<Answer>> same =
                    checkOnBoth("STREAM", "pin" + device.otp(counter), 4, answered::countDown);
            checks.add(CompletableFuture.allOf(same.toArray(CompletableFuture[]::new))
                    .handle((nothing, failure) -> completed(same)));
        }
        assertThat(answered.await(30, TimeUnit.SECONDS)).isTrue();
        String effectId = dyingOf();

        for (CompletableFuture<List<Answer>> check : checks) {
            assertThat(check.join()).filteredOn(Answer::isAccepted).hasSizeLessThanOrEqualTo(1);
        }
        assertThat(store.uses()).doesNotHaveDuplicates();
        until(() -> store.carriedOut(List.of(effectId)) == 1);
        assertThat(notes.sentOf(List.of(effectId)))
                .as("what was sent before it died is sent again, under the same key")
                .containsExactly(new Sent(effectId, "second"), new Sent(effectId, "first"));
        assertThat(second.isAlive()).isFalse();
    }

    /** Ends the second node by an effect, which is told by its kind where the node died before it could answer. */
    private String dyingOf() {
        try {
            Notes.plan(there, "other", "die", 1);
        } catch (UncheckedIOException diedAtOnce) {
            assertThat(diedAtOnce).hasCauseInstanceOf(IOException.class);
        }
        List<String> planned = store.effects("other");
        assertThat(planned).hasSize(1);
        return planned.get(0);
    }

    /** Comes last, so that nobody has to start the node again. */
    @Test
    @Order(Order.DEFAULT + 1)
    void whatANodeWasAtWhenItDiedTheOtherDoes() {
        HalfDoneWork work = HalfDoneWork.of(there, here, store, notes);
        second.kill();

        work.isLeftToTheHeir();
        work.everyTokenIsChangedOnce();
        work.noEffectIsLost();
    }

    @Test
    void whatIsCreatedOnOneNodeIsListedAtOnceOnTheOther() {
        Device device = enrol("SEEN1");
        assertThat(listed(there, "SEEN1"))
                .singleElement()
                .satisfies(token -> assertThat(token).containsEntry("count", 0).containsEntry("failcount", 0));

        assertThat(here.check("serial", "SEEN1", "pin" + device.otp(0)).isAccepted())
                .isTrue();
        assertThat(listed(there, "SEEN1").get(0)).containsEntry("count", 1);

        assertThat(there.check("serial", "SEEN1", "pinwrong1").isRejected()).isTrue();
        assertThat(listed(here, "SEEN1").get(0)).containsEntry("failcount", 1);
        assertThat(auditActions(here, "SEEN1"))
                .containsExactly(
                        "GET /token/",
                        "POST /validate/check",
                        "GET /token/",
                        "POST /validate/check",
                        "GET /token/",
                        "POST /token/init");

        assertThat(there.delete("/token/SEEN1").value()).isEqualTo(1);
        assertThat(listed(here, "SEEN1")).isEmpty();
        assertThat(here.check("serial", "SEEN1", "pin" + device.otp(1)).status())
                .isEqualTo(404);
    }

    @Test
    void aNodeThatRemembersTheTokensOfAUserMissesNoChangeThatTheOtherMakes() {
        Device old = Device.random(random);
        Device added = Device.random(random);
        enrolFor("user2", "OLD", old);
        assertThat(logIn(there, "user2", old.otp(0)).isAccepted()).isTrue();
        assertThat(logIn(there, "user2", old.otp(1)).isAccepted()).isTrue();

        enrolFor("user2", "ADDED", added);
        assertThat(logIn(there, "user2", added.otp(0)).isAccepted()).isTrue();

        here.post("/token/unassign", "serial", "OLD");
        assertThat(logIn(there, "user2", old.otp(2)).isRejected()).isTrue();

        here.post("/token/setpin", "serial", "ADDED", "otppin", "other");
        assertThat(logIn(there, "user2", added.otp(1)).isRejected()).isTrue();
        assertThat(there.post("/validate/check", "user", "user2@realm1", "pass", "other" + added.otp(2))
                        .isAccepted())
                .isTrue();

        here.post("/token/disable", "serial", "ADDED");
        assertThat(there.post("/validate/check", "user", "user2@realm1", "pass", "other" + added.otp(3))
                        .isAccepted())
                .isFalse();
    }

    @Test
    void aTokenThatUsersOfBothNodesClaimAtOnceIsGivenToOne() {
        String[] policy = {"scope", "enrollment", "action", "autoassignment=any_pin", "realm", "realm1"};
        assertThat(here.post("/policy/claims", policy).status()).isEqualTo(200);
        until(() -> there.get("/policy/claims").list().size() == 1);
        for (int round = 0; round < 5; round++) {
            Device device = Device.random(random);
            String serial = "CLAIMED" + round;
            here.enrolHotp(serial, device.seed(), "", "realm", "realm1");
            List<Answer> answers = Stream.of(here, there)
                    .map(node -> CompletableFuture.supplyAsync(
                            () -> logIn(node, node == here ? "user0" : "user1", device.otp(0))))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(answers)
                    .as(answers.toString())
                    .filteredOn(answer -> Boolean.TRUE.equals(answer.value()))
                    .hasSize(1);
            String winner = Boolean.TRUE.equals(answers.get(0).value()) ? "user0" : "user1";
            assertThat(listed(here, serial).get(0)).containsEntry("username", winner);
            here.delete("/token/" + serial);
        }
        here.delete("/policy/claims");
    }

    private void enrolFor(String user, String serial, Device device) {
        Answer enrolled = here.enrolHotp(serial, device.seed(), "pin", "user", user, "realm", "realm1");
        assertThat(enrolled.status()).isEqualTo(200);
    }

    private static Answer logIn(ApiClient node, String user, String otp) {
        return node.post("/validate/check", "user", user + "@realm1", "pass", "pin" + otp);
    }

    @Test
    void whatWasDeletedOnOneNodeAndMadeAnewOnTheOtherIsThereOnBoth() {
        here.post("/serviceid/again");
        here.delete("/serviceid/again");
        assertThat(there.post("/serviceid/again").status()).isEqualTo(200);
        assertThat(here.delete("/serviceid/again").status()).isEqualTo(200);

        enrol("AGAIN");
        assertThat(here.delete("/token/AGAIN").status()).isEqualTo(200);
        Device anew = Device.random(random);
        assertThat(there.enrolHotp("AGAIN", anew.seed(), "pin").status()).isEqualTo(200);
        assertThat(here.check("serial", "AGAIN", "pin" + anew.otp(0)).isAccepted())
                .isTrue();
        assertThat(here.post("/token/disable", "serial", "AGAIN").value()).isEqualTo(1);
    }

    @Test
    void aLogInThatIsRevokedOnOneNodeCountsNoMoreOnTheOther() {
        ApiClient leaving = admin(first);
        ApiClient leavingThere = leaving.at(second.port());
        assertThat(leavingThere.get("/realm/").status()).isEqualTo(200);

        assertThat(leaving.delete("/auth").value()).isEqualTo(true);

        assertThat(leaving.get("/realm/").status()).isEqualTo(401);
        until(() -> leavingThere.get("/realm/").status() == 401);
        assertThat(there.get("/realm/").status()).isEqualTo(200);
    }

    @Test
    void whoGuessesAtOneNodeHasToPauseAtTheOtherToo() {
        IntStream.range(0, FAILURES).forEach(number -> here.check("user", "nobody", "wrong"));

        assertThat(here.check("user", "nobody", "wrong").status()).isEqualTo(429);
        until(() -> there.check("user", "nobody", "wrong").status() == 429);
    }

    private List<CompletableFuture<Answer>> checkOnBoth(String serial, String pass, int times, Runnable whenOver) {
        List<CompletableFuture<Answer>> checks = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            checks.add((time % 2 == 0 ? here : there).checkSoon(serial, pass, whenOver));
        }
        return checks;
    }

    /** The answers that came; a node that died owes some. */
    private static List<Answer> completed(List<CompletableFuture<Answer>> checks) {
        return checks.stream()
                .map(check -> check.handle((answer, failure) -> answer).join())
                .filter(answer -> answer != null)
                .toList();
    }

    private static List<Map<String, Object>> listed(ApiClient client, String serial) {
        return client.get("/token/", "serial", serial).rows("tokens");
    }

    private static List<Object> auditActions(ApiClient client, String serial) {
        return client.get("/audit/", "serial", serial).rows("auditdata").stream()
                .map(row -> row.get("action"))
                .toList();
    }
}
