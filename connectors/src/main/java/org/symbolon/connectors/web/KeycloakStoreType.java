package org.symbolon.connectors.web;

import java.util.Map;

/** Resolvers made of a realm of Keycloak, over its Admin REST API. */
public final class KeycloakStoreType extends WebStoreType {

    private static final String REALM = "realm";

    public KeycloakStoreType(WebNetwork network) {
        super("keycloakresolver", network);
    }

    @Override
    Map<String, String> sound() {
        return Map.of(REALM, REALM);
    }

    @Override
    WebSettings settings(WebParameters parameters) {
        return WebSettings.of(parameters, Map.of(REALM, parameters.required(REALM)));
    }

    @Override
    WebDialect dialect(WebParameters parameters, WebSettings settings) {
        return new KeycloakDialect();
    }
}
