package org.symbolon.endtoend.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.WireTest;

/** Users as resolvers know them: whom each filter finds, and that they cannot be changed. */
@WireTest
class UserWireTest {

    private static final String ANNA =
            """
            {'username': 'usr-anna', 'userid': '2001', 'givenname': 'Anna', 'surname': 'Ampere', 'mobile': '+49 151 1',
             'phone': '+49 30 1', 'email': 'anna@example.org',
             'description': 'Anna Ampere,room 1,+49 151 1,+49 30 1,anna@example.org', 'resolver': 'users-a',
             'editable': false}
            """;
    private static final String BERT =
            """
            {'username': 'usr-bert', 'userid': '2002', 'givenname': 'Bert', 'surname': '', 'mobile': '', 'phone': '',
             'email': '', 'description': 'Bert', 'resolver': 'users-a', 'editable': false}
            """;
    private static final String CARL =
            """
            {'username': 'usr-carl', 'userid': '3001', 'givenname': 'Carl', 'surname': 'Curie Candela', 'mobile': '',
             'phone': '', 'email': '', 'description': 'Carl Curie Candela', 'resolver': 'users-b', 'editable': false}
            """;

    private ApiClient admin;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) throws IOException {
        admin = server.admin();
        Path first = Files.writeString(
                folder.resolve("a"),
                """
                usr-anna:x:2001:2001:Anna Ampere,room 1,+49 151 1,+49 30 1,anna@example.org:/home:/bin/sh
                usr-bert:x:2002:2002:Bert:/home:/bin/sh
                """);
        Path second = Files.writeString(folder.resolve("b"), "usr-carl:x:3001:3001:Carl Curie Candela\n");
        admin.post("/resolver/users-a", "type", "passwdresolver", "fileName", first.toString());
        admin.post("/resolver/users-b", "type", "passwdresolver", "fileName", second.toString());
        admin.post("/realm/users-a", "resolvers", "users-a");
        admin.post("/realm/users-ab", "resolvers", "users-a,users-b");
    }

    private void assertFound(List<String> users, String... parameters) {
        assertValue(admin.get("/user/", parameters), "[" + String.join(", ", users) + "]");
    }

    @Test
    void usersOfARealmOrAResolverAreListed() {
        assertFound(List.of(ANNA, BERT), "realm", "users-a");
        assertFound(List.of(ANNA, BERT, CARL), "realm", "Users-AB");
        assertFound(List.of(CARL), "resolver", "users-b");
        assertFound(List.of(CARL, ANNA, BERT), "resolver", "users-b", "realm", "users-a");
        assertFound(List.of(), "realm", "nowhere");
        assertFound(List.of(), "resolver", "nowhere");
        assertFound(List.of(ANNA, BERT, CARL), "username", "usr-*");
    }

    @Test
    void namesAreFoundByPattern() {
        assertFound(List.of(ANNA), "realm", "users-ab", "username", "usr-anna");
        assertFound(List.of(ANNA), "realm", "users-ab", "username", "USR-Anna");
        assertFound(List.of(BERT), "realm", "users-ab", "username", "*bert");
        assertFound(List.of(ANNA, CARL), "realm", "users-ab", "username", "*a*");
        assertFound(List.of(BERT), "realm", "users-ab", "user", "usr-bert", "username", "usr-anna");
        assertFound(List.of(), "realm", "users-ab", "username", "anna");
    }

    @Test
    void otherAttributesAreFoundAsFarAsAFileCanBeSearched() {
        assertFound(List.of(CARL), "realm", "users-ab", "description", "*curie*");
        assertFound(List.of(ANNA), "realm", "users-ab", "email", "*example.org");
        assertFound(List.of(BERT, CARL), "realm", "users-ab", "userid", ">2001");
        assertFound(List.of(ANNA, BERT), "realm", "users-ab", "userid", "between 2001, 2002");
        assertFound(List.of(ANNA), "realm", "users-ab", "userid", "=2001");
        assertFound(List.of(), "realm", "users-ab", "userid", "2001");
        assertFound(List.of(), "realm", "users-ab", "givenname", "Anna");
        assertFound(List.of(), "realm", "users-ab", "nosuchattribute", "*");
        assertFound(List.of(ANNA), "realm", "users-ab", "userid", "<2002", "email", "anna*", "username", "usr*");
    }

    @Test
    void aNonceIsNoFilter() {
        Answer answer = admin.get("/user/", "realm", "users-ab", "username", "usr-carl", "nonce", "abc");

        assertThat(answer.json()).containsEntry("nonce", "abc");
        assertThat((List<?>) answer.value()).hasSize(1);
    }

    @Test
    void usersOfAFileCannotBeChanged() {
        String message = "ERR904: The resolver 'users-a' cannot change the user 'usr-anna'.";

        assertRefusal(admin.post("/user/", "user", "usr-anna", "resolver", "users-a"), 400, 904, message);
        assertRefusal(admin.post("/user", "user", "usr-anna", "resolver", "users-a"), 400, 904, message);
        assertRefusal(admin.send("PUT", "/user/?user=usr-anna&resolver=users-a"), 400, 904, message);
        assertRefusal(admin.delete("/user/users-a/usr-anna"), 400, 904, message);
        assertRefusal(admin.post("/user/", "user", "x"), 400, 905, "ERR905: Missing parameter: 'resolver'");
    }
}
