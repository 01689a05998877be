package org.symbolon.policy.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.policy.matching.SamplePolicy.named;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.symbolon.events.policy.PolicySet;
import org.symbolon.events.shared.Caller;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.Reach;
import org.symbolon.events.shared.Reach.Person;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.policy.action.SharedActions;
import org.symbolon.policy.asking.AskedPolicies;
import org.symbolon.policy.asking.Occasion;
import org.symbolon.policy.asking.Policies;
import org.symbolon.policy.matching.PolicyRefusal;
import org.symbolon.policy.matching.SamplePolicy;

/** Rights are asked on an occasion that is no request: a task, an event handler or a command line can ask them. */
class CallerRightsTest {

    private static final Caller HELPER = new Caller.Administrator("helper", "");
    private static final Caller EMMA = new Caller.RealmUser("emma", "one", "");
    private static final Right DISABLE = Right.of(SharedActions.DISABLE);
    private static final Right SET = Right.of(AdminActions.SET);

    private final FakeSurroundings around = new FakeSurroundings()
            .with("S1", Optional.of("emma"), "one")
            .with("S2", Optional.of("emma"), "one", "two")
            .with("S3", Optional.empty());

    private static SamplePolicy ofHelpdesk(String action) {
        return named("helpdesk").scope("admin").action(action).realms("one");
    }

    private CallerRights rights(Caller caller, Matter matter, SamplePolicy... policies) {
        PolicySet set = PolicySet.of(Stream.of(policies).map(SamplePolicy::view).toList());
        AskedPolicies asked = new Policies(() -> set, around, "node", Clock.systemUTC())
                .at(new Occasion(caller, "", "10.0.0.1", name -> null, Optional.empty()), name -> {});
        return new CallerRights(asked, around.asSurroundings(), matter);
    }

    private static Matter token(String... serials) {
        return new Matter(
                Optional.empty(), Optional.empty(), Optional.empty(), List.of(serials), List.of(), OptionalInt.empty());
    }

    private static Matter user(String login, String realm) {
        return new Matter(
                Optional.of(login), Optional.of(realm), Optional.empty(), List.of(), List.of(), OptionalInt.empty());
    }

    private static Matter intoRealms(String serial, String... realms) {
        return new Matter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(serial),
                List.of(realms),
                OptionalInt.empty());
    }

    private static void refuses(ThrowingCallable asking, String action) {
        assertThatThrownBy(asking)
                .isInstanceOf(PolicyRefusal.class)
                .hasMessage("Admin actions are defined, but the action " + action + " is not allowed!");
    }

    @Test
    void aRightReachesTokensInItsRealmsAlone() {
        SamplePolicy policy = ofHelpdesk("set");

        assertThatCode(() -> rights(HELPER, token("S1"), policy).require(SET, Over.NAMED))
                .doesNotThrowAnyException();
        refuses(() -> rights(HELPER, token("S2"), policy).require(SET, Over.NAMED), "set");
        refuses(() -> rights(HELPER, token("S3"), policy).require(SET, Over.NAMED), "set");
        refuses(() -> rights(HELPER, token("S1", "S2"), policy).require(SET, Over.NAMED), "set");
        refuses(() -> rights(HELPER, Matter.NOTHING, policy).require(SET, Over.NAMED), "set");
    }

    @Test
    void allTokensOfAUserAreMeantWhereNoneIsNamed() {
        refuses(
                () -> rights(HELPER, user("emma", "one"), ofHelpdesk("disable")).require(DISABLE, Over.TOKENS_MEANT),
                "disable");
        assertThatCode(() -> rights(HELPER, user("bob", "one"), ofHelpdesk("disable"))
                        .require(DISABLE, Over.TOKENS_MEANT))
                .doesNotThrowAnyException();
    }

    @Test
    void newRealmsCountAsWell() {
        Right right = Right.of(AdminActions.TOKENREALMS);
        SamplePolicy policy = ofHelpdesk("tokenrealms");

        assertThatCode(() -> rights(HELPER, intoRealms("S1", "One"), policy).require(right, Over.TOKEN_AND_NEW_REALMS))
                .doesNotThrowAnyException();
        refuses(
                () -> rights(HELPER, intoRealms("S1", "two"), policy).require(right, Over.TOKEN_AND_NEW_REALMS),
                "tokenrealms");
    }

    @Test
    void whatBelongsToNoRealmIsReachedByRightsWithoutLimits() {
        Right right = Right.of(AdminActions.CONFIGWRITE);
        Matter claiming = user("emma", "one");

        refuses(() -> rights(HELPER, claiming, ofHelpdesk("configwrite")).require(right, Over.SYSTEM), "configwrite");
        assertThatCode(() -> rights(
                                HELPER, claiming, named("all").scope("admin").action("configwrite"))
                        .require(right, Over.SYSTEM))
                .doesNotThrowAnyException();
    }

    @Test
    void everythingIsAllowedWhileNoPolicyOfTheScopeIsInUse() {
        assertThatCode(() -> rights(
                                HELPER, token("S3"), named("a").scope("user").action("enable"))
                        .require(SET, Over.NAMED))
                .doesNotThrowAnyException();
    }

    @Test
    void aUserNeedsTheRightOfUsersOverHimself() {
        SamplePolicy policy = named("a").scope("user").action("disable").users("emma");

        assertThatCode(() -> rights(EMMA, token("S3"), policy).require(DISABLE, Over.NAMED))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> rights(EMMA, token("S1"), policy).require(Right.of(SharedActions.ENABLE), Over.NAMED))
                .isInstanceOf(PolicyRefusal.class)
                .hasMessage("User actions are defined, but the action enable is not allowed!");
    }

    @Test
    void aListShowsWhatTheRightReaches() {
        CallerRights helper = rights(HELPER, Matter.NOTHING, ofHelpdesk("tokenlist, hide_tokeninfo=a b"));

        assertThat(helper.lists().tokens()).contains(Reach.ofRealms(List.of("one")));
        assertThat(helper.lists().realms()).accepts("one").rejects("two");
        assertThat(helper.lists().hidden(SharedActions.HIDE_TOKENINFO).shown(List.of("a", "b", "c")))
                .containsExactly("c");
        refuses(() -> helper.lists().reached(AdminActions.GETCHALLENGES), "getchallenges");
    }

    @Test
    void usersAreListedWhereTheRightReaches() {
        CallerRights helper =
                rights(HELPER, Matter.NOTHING, ofHelpdesk("userlist").users("emma"));

        VisibleUsers visible = helper.lists().users();

        assertThat(visible.realm()).contains("one");
        assertThat(visible.shown())
                .accepts(new Person("emma", "1", "in-one", "one"))
                .rejects(new Person("bob", "2", "in-one", "one"));
        refuses(
                () -> rights(HELPER, user("emma", "two"), ofHelpdesk("userlist"))
                        .lists()
                        .users(),
                "userlist");
    }

    @Test
    void tokensThatAreThereAlreadyCountWhereAFileNamesThem() {
        CallerRights helper = rights(HELPER, Matter.NOTHING, ofHelpdesk("importtokens"));
        KnownUser emma = new KnownUser("emma", "one", "in-one", "emma");

        assertThatCode(() -> helper.requireImport(List.of("S1", "NEW"), List.of(emma), List.of("one")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> helper.requireImport(List.of("S2"), List.of(), List.of()))
                .isInstanceOf(PolicyRefusal.class);
        assertThatThrownBy(() -> helper.requireImport(List.of(), List.of(), List.of("two")))
                .isInstanceOf(PolicyRefusal.class);
    }

    @Test
    void attributesNeedAPolicyThatNamesThem() {
        AttributeRights none = rights(HELPER, user("emma", "one")).attributes();
        AttributeRights some = rights(
                        HELPER,
                        user("emma", "one"),
                        ofHelpdesk("set_custom_user_attributes=:hair: red grey :shoe: *")
                                .realms("one"))
                .attributes();

        assertThat(none.maySet("hair", "red")).isFalse();
        assertThat(some.maySet("hair", "grey")).isTrue();
        assertThat(some.maySet("hair", "blue")).isFalse();
        assertThat(some.maySet("shoe", "42")).isTrue();
        assertThat(some.mayDelete("hair")).isFalse();
    }
}
