package org.symbolon.endtoend.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.RequestHeaders;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.login.RequestUsers;
import org.symbolon.api.user.UserAttributeEndpoint;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.command.user.CustomAttributes;
import org.symbolon.command.user.DeleteUserAttribute;
import org.symbolon.command.user.SetUserAttribute;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.WireTest;
import org.symbolon.events.shared.Caller;
import org.symbolon.events.user.UserKey;
import org.symbolon.projections.config.ConfigurationViews;
import org.symbolon.store.eventstore.EventNotifications;

/**
 * Custom attributes of users: where they show, and that nobody may change them without a policy. What comes of changes is
 * asked of the endpoint itself.
 */
@WireTest
class UserAttributeWireTest {

    private static final Caller ADMIN = new Caller.Administrator("admin", "");
    private static final String NOBODY = "ERR904: The user can not be found in any resolver in this realm!";
    private static final String SET = "POST /user/attribute";
    private static final String DELETE = "DELETE /user/attribute/<attrkey>/<username>/<realm>";

    private InProcessServer server;
    private CommandSender commands;
    private ApiClient admin;
    private ApiClient anyone;

    @BeforeAll
    void prepare(InProcessServer shared, Path folder) {
        server = shared;
        commands = shared.bean(CommandSender.class);
        admin = shared.admin();
        anyone = shared.anonymous();
        admin.post("/resolver/attributes", "type", "passwdresolver", "fileName", "" + PasswdFile.write(folder, 9));
        admin.post("/realm/attr-one", "resolvers", "attributes");
        admin.post("/realm/attr-two", "resolvers", "attributes");
    }

    private UserKey user(int number, String realm) {
        int realmId = server.bean(ConfigurationViews.class)
                .current()
                .realm(realm)
                .orElseThrow()
                .id();
        return new UserKey(realmId, "attributes", Integer.toString(1000 + number));
    }

    private void give(int user, String realm, String... pairs) {
        for (int index = 0; index < pairs.length; index += 2) {
            commands.sendAs("test", new SetUserAttribute(user(user, realm), pairs[index], pairs[index + 1], ""));
        }
    }

    private static String listed(int number, String more) {
        return ExpectedJson.overlaid(
                """
                {'username': 'user%1$d', 'userid': '%2$d', 'givenname': 'Given%1$d', 'surname': 'Sur%1$d', 'mobile': '',
                 'phone': '', 'email': 'user%1$d@example.org', 'description': 'Given%1$d Sur%1$d,,,,user%1$d@example.org',
                 'resolver': 'attributes', 'editable': false}
                """
                        .formatted(number, 1000 + number),
                more);
    }

    @Test
    void attributesAreRead() {
        give(0, "attr-one", "hair", "red", "shoe", "42", "hair", "grey", "empty", "");

        assertValue(
                admin.get("/user/attribute", "user", "user0", "realm", "attr-one"),
                "{'hair': 'grey', 'shoe': '42', 'empty': ''}");
        assertValue(admin.get("/user/attribute", "user", "user0@attr-one", "key", "hair"), "'grey'");
        assertValue(admin.get("/user/attribute", "user", "user0@attr-one", "key", "Hair"), "null");
        assertValue(admin.get("/user/attribute", "user", "user1", "realm", "attr-one"), "{}");
        assertValue(admin.get("/user/attribute", "user", "user0", "realm", "attr-two"), "{}");
        assertRefusal(
                admin.get("/user/attribute", "user", "user0", "realm", "nowhere", "resolver", "attributes"),
                400,
                904,
                "ERR904: The user can not be found in any resolver in this realm!");
    }

    @Test
    void theyLieOverWhatTheResolverKnowsWhereARealmIsNamed() {
        give(2, "attr-one", "hair", "red", "email", "two@example.com", "editable", "yes", "resolver", "none");
        give(2, "attr-two", "hair", "white");

        assertValue(
                admin.get("/user/", "realm", "Attr-One", "username", "user2"),
                "[" + listed(2, "{'hair': 'red', 'email': 'two@example.com'}") + "]");
        assertValue(
                admin.get("/user/", "realm", "attr-two", "username", "user2"),
                "[" + listed(2, "{'hair': 'white'}") + "]");
        assertValue(admin.get("/user/", "resolver", "attributes", "username", "user2"), "[" + listed(2, "{}") + "]");
        assertValue(admin.get("/user/", "realm", "attr-one", "username", "user3"), "[" + listed(3, "{}") + "]");
        assertValue(admin.get("/user/", "realm", "attr-one", "hair", "red"), "[]");
    }

    @Test
    void anIdentityProviderIsToldOfThemButNotOfAnotherIdentity() {
        give(4, "attr-one", "role", "boss", "email", "four@example.com", "username", "root", "realm", "x");
        admin.post("/token/init", "type", "spass", "serial", "ATTR4", "pin", "1234", "user", "user4@attr-one");

        Map<String, Object> attributes = new TreeMap<>();
        ((Map<?, ?>) anyone.post("/validate/samlcheck", "user", "user4@attr-one", "pass", "1234")
                        .valueMap()
                        .get("attributes"))
                .forEach((key, value) -> attributes.put(key.toString(), value));

        assertThat(attributes)
                .containsEntry("role", "boss")
                .containsEntry("email", "four@example.com")
                .containsEntry("givenname", "Given4")
                .containsEntry("username", "user4")
                .containsEntry("realm", "attr-one")
                .containsEntry("resolver", "attributes");
    }

    @Test
    void aUserReadsHisOwnAndNobodyElses() {
        give(5, "attr-one", "hair", "blue");
        give(6, "attr-one", "hair", "green");
        Answer login = anyone.post("/auth", "username", "user5@attr-one", "password", PasswdFile.PASSWORD);
        ApiClient five = anyone.bearing((String) login.valueMap().get("token"));

        assertValue(five.get("/user/attribute"), "{'hair': 'blue'}");
        assertValue(five.get("/user/attribute", "user", "user6", "realm", "attr-two"), "{'hair': 'blue'}");
        assertValue(five.get("/user/", "username", "user6"), "[" + listed(5, "{'hair': 'blue'}") + "]");
        assertRefusal(
                five.delete("/user/attribute/hair/user6/attr-one"),
                403,
                303,
                "You are not allowed to delete the custom user attribute hair!");
    }

    @Test
    void withARealmGoTheAttributesOfItsUsers() {
        admin.post("/realm/attr-brief", "resolvers", "attributes");
        give(0, "attr-brief", "hair", "red");
        admin.delete("/realm/attr-brief");
        admin.post("/realm/attr-brief", "resolvers", "attributes");

        assertValue(admin.get("/user/attribute", "user", "user0", "realm", "attr-brief"), "{}");
        admin.delete("/realm/attr-brief");
    }

    @Test
    void withoutAPolicyNobodyMayChangeOne() {
        String refused = "You are not allowed to set the custom user attribute ";
        String[] user = {"user", "user0", "realm", "attr-one"};

        assertRefusal(
                admin.post("/user/attribute", "user", "user0", "realm", "attr-one", "key", "hair", "value", "red"),
                403,
                303,
                refused + "hair!");
        assertRefusal(admin.post("/user/attribute", user), 403, 303, refused + "None!");
        assertRefusal(
                admin.delete("/user/attribute/hair/user0/attr-one"),
                403,
                303,
                "You are not allowed to delete the custom user attribute hair!");
        assertValue(admin.get("/user/editable_attributes/", user), "{'delete': [], 'set': {}}");
        assertRefusal(admin.get("/user/attribute"), 400, 905, "ERR905: Missing parameter: 'user'");
        assertRefusal(admin.get("/user/editable_attributes/"), 400, 905, "ERR905: Missing parameter: 'user'");
        assertRefusal(admin.get("/user/attribute", "user", "nobody@attr-one"), 400, 904, NOBODY);
    }

    private Object send(Caller caller, String action, String... pairs) throws Exception {
        UserAttributeEndpoint endpoint = new UserAttributeEndpoint(
                server.bean(CommandDispatcher.class),
                server.bean(RequestUsers.class),
                server.bean(CustomAttributes.class));
        Route route = endpoint.routes().stream()
                .filter(one -> one.action().equals(action))
                .findFirst()
                .orElseThrow();
        Map<String, Object> parameters = new HashMap<>();
        for (int index = 0; index < pairs.length; index += 2) {
            parameters.put(pairs[index], pairs[index + 1]);
        }
        ApiRequest request = new ApiRequest(route, route.method(), RequestHeaders.NONE, "127.0.0.1");
        request.parameters(Parameters.of(parameters));
        request.caller(caller);
        server.bean(RequestUsers.class).identify(request);
        Object value = route.opening().open(request).handle(request).envelope().value();
        assertThat(request.notes().success()).isTrue();
        return value;
    }

    private Object set(String key, String value) throws Exception {
        return send(ADMIN, SET, "user", "user7", "realm", "attr-one", "key", key, "value", value, "type", "t");
    }

    private Object delete(String key) throws Exception {
        return send(ADMIN, DELETE, "attrkey", key, "username", "user7", "realm", "attr-one");
    }

    @Test
    void whoMaySetAnAttributeIsToldItsNumberAndWhoMayDeleteItHowManyThereWere() throws Exception {
        Object number = set("hair", "red");
        assertThat(number).isInstanceOf(Integer.class);
        assertThat(set("hair", "grey")).isEqualTo(number);
        assertThat(set("shoe", "42")).isNotEqualTo(number);
        assertValue(
                admin.get("/user/attribute", "user", "user7", "realm", "attr-one"), "{'hair': 'grey', 'shoe': '42'}");

        assertThat(delete("hair")).isEqualTo(1);
        assertThat(delete("hair")).isEqualTo(0);
        assertThat(delete("none")).isEqualTo(0);
        assertValue(admin.get("/user/attribute", "user", "user7", "realm", "attr-one"), "{'shoe': '42'}");
        assertThat(set("hair", "red")).isNotEqualTo(number);
        assertThat(server.jdbc()
                        .sql("select \"Type\" from customuserattribute where id = ?")
                        .param(set("hair", "red"))
                        .query(String.class)
                        .single())
                .isEqualTo("t");
    }

    @Test
    void whoMaySetAnythingMustStillSayWhatAndForWhom() throws Exception {
        refuses(SET, "ERR905: Missing parameter: 'user'", "key", "hair", "value", "red");
        refuses(SET, "ERR905: Missing parameter: 'key'", "user", "user7@attr-one", "value", "red");
        refuses(SET, "ERR905: Missing parameter: 'value'", "user", "user7@attr-one", "key", "hair");
        refuses(SET, "ERR905: Parameter 'key' must not be empty", "user", "user7@attr-one", "key", "", "value", "");
        refuses(SET, NOBODY, "user", "nobody@attr-one", "key", "hair", "value", "red");
        refuses(SET, NOBODY, "user", "", "realm", "attr-one", "key", "hair", "value", "red");
        refuses(
                SET,
                NOBODY,
                "user",
                "user7",
                "realm",
                "nowhere",
                "resolver",
                "attributes",
                "key",
                "hair",
                "value",
                "red");
        refuses(DELETE, NOBODY, "attrkey", "hair", "username", "nobody", "realm", "attr-one");
    }

    private void refuses(String action, String message, String... pairs) {
        assertThatThrownBy(() -> send(ADMIN, action, pairs))
                .isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.status())
                        .isEqualTo(400))
                .hasMessage(message);
    }

    @Test
    void aUserWhoMayDeleteDeletesHisOwn() throws Exception {
        give(8, "attr-one", "hair", "red");
        give(8, "attr-two", "hair", "red");
        give(7, "attr-two", "hair", "red");
        Caller eight = new Caller.RealmUser("user8", "attr-two", "");

        assertThat(send(eight, DELETE, "attrkey", "hair", "username", "user7", "realm", "attr-one"))
                .isEqualTo(1);

        assertValue(admin.get("/user/attribute", "user", "user7@attr-two"), "{'hair': 'red'}");
        assertValue(admin.get("/user/attribute", "user", "user8@attr-one"), "{'hair': 'red'}");
        assertValue(admin.get("/user/attribute", "user", "user8@attr-two"), "{}");
    }

    @Test
    void everyNodeKnowsWhetherAnybodyHasAnAttribute() throws InterruptedException {
        server.jdbc()
                .sql("select realm_id, resolver, user_id, \"Key\" from customuserattribute")
                .query((row, index) -> new DeleteUserAttribute(
                        new UserKey(row.getInt(1), row.getString(2), row.getString(3)), row.getString(4)))
                .list()
                .forEach(deletion -> commands.sendAs("test", deletion));
        ConfigurationViews elsewhere = new ConfigurationViews(server.bean(JdbcOperations.class));
        EventNotifications other =
                new EventNotifications(server.bean(DataSource.class), elsewhere, List.of(), Duration.ofMillis(10));
        elsewhere.reload();
        assertThat(elsewhere.current().usersHaveAttributes()).isFalse();
        other.start();
        try {
            give(1, "attr-two", "hair", "red");

            assertThat(server.bean(ConfigurationViews.class).current().usersHaveAttributes())
                    .isTrue();
            Instant patience = Instant.now().plusSeconds(10);
            while (!elsewhere.current().usersHaveAttributes() && Instant.now().isBefore(patience)) {
                Thread.sleep(10);
            }
            assertThat(elsewhere.current().usersHaveAttributes()).isTrue();
        } finally {
            other.stop();
        }
    }
}
