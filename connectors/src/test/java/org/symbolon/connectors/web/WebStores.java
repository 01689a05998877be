package org.symbolon.connectors.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.symbolon.connectors.network.AddressGuard;

/** Resolvers of stand-ins, and what all of them share in a test. */
final class WebStores {

    static final WebNetwork NETWORK = network(Clock.systemUTC());
    static final String NOWHERE = "http://127.0.0.1:1";

    private WebStores() {}

    static WebNetwork network(Clock clock) {
        return new WebNetwork(AddressGuard.allowing(List.of("127.0.0.1")), clock, new Random(1));
    }

    static Map<String, String> with(Map<String, String> configuration, String... pairs) {
        Map<String, String> changed = new HashMap<>(configuration);
        for (int index = 0; index < pairs.length; index += 2) {
            changed.put(pairs[index], pairs[index + 1]);
        }
        return changed;
    }

    static Map<String, String> entra(String server) {
        return with(
                Map.of(),
                "base_url",
                server + "/v1.0",
                "authority",
                server + "/{tenant}",
                "client_id",
                GraphDouble.CLIENT,
                "tenant",
                GraphDouble.TENANT,
                "client_credential_type",
                "secret",
                "client_secret",
                GraphDouble.SECRET,
                "config_user_auth",
                "{\"endpoint\": \"" + server + "/{tenant}/oauth2/v2.0/token\"}",
                "Editable",
                "True");
    }

    static Map<String, String> keycloak(String server) {
        return with(
                Map.of(),
                "base_url",
                server,
                "realm",
                KeycloakDouble.REALM,
                "username",
                KeycloakDouble.SERVICE,
                "password",
                KeycloakDouble.SERVICE_PASSWORD,
                "attribute_mapping",
                "{\"phone\": \"attributes.phone[0]\", \"mobile\": \"attributes.mobile[0]\"}",
                "Editable",
                "1");
    }

    static Map<String, String> scim(String server) {
        return with(
                Map.of(),
                "Authserver",
                server,
                "Resourceserver",
                server,
                "Client",
                ScimDouble.CLIENT,
                "Secret",
                ScimDouble.SECRET,
                "Mapping",
                "{username: userName}",
                "attribute_mapping",
                "{\"mobile\": \"phoneNumbers[1].value\"}");
    }

    static Map<String, String> plain(String server) {
        return with(
                Map.of(),
                "base_url",
                server,
                "headers",
                "{\"X-Key\": \"" + PlainDouble.KEY + "\"}",
                "attribute_mapping",
                """
                {"username": "username", "userid": "uid", "givenname": "givenname", "surname": "surname",
                 "email": "email", "phone": "phone", "mobile": "mobile", "password": "password"}
                """,
                "config_get_user_by_id",
                "{\"endpoint\": \"/person/{userid}\", \"responseMapping\": " + PERSON + "}",
                "config_get_user_by_name",
                "{\"method\": \"get\", \"endpoint\": \"/person\", \"requestMapping\": {\"login\": \"{username}\"},"
                        + " \"hasSpecialErrorHandler\": true, \"errorResponse\": {\"state\": \"unknown\"},"
                        + " \"responseMapping\": " + PERSON + "}",
                "config_get_user_list",
                "{\"endpoint\": \"/people\"}",
                "config_user_auth",
                """
                {"method": "POST", "endpoint": "/login", "requestMapping": "name={username}&secret={password}",
                 "headers": {"Content-Type": "application/x-www-form-urlencoded", "X-Key": "%s"},
                 "hasSpecialErrorHandler": "True", "errorResponse": {"right": false}}
                """
                        .formatted(PlainDouble.KEY),
                "config_create_user",
                "{\"method\": \"Post\", \"endpoint\": \"/new\"}",
                "config_edit_user",
                "{\"method\": \"PATCH\", \"endpoint\": \"/person/{userid}\"}",
                "config_delete_user",
                "{\"method\": \"DELETE\", \"endpoint\": \"/person/{userid}\"}",
                "Editable",
                "true");
    }

    private static final String PERSON =
            """
            {"uid": "{person.uid}", "username": "{person.username}", "givenname": "{person.givenname}",
             "surname": "{person.surname}", "email": "{person.email}", "phone": "{person.phone}",
             "mobile": "{person.mobile}"}
            """;
}
