package org.symbolon.connectors.web;

import java.util.Map;

/**
 * Resolvers made of any store over HTTP, in all that is asked of it described by definitions, as with privacyIDEA; or, as with eduMFA, by
 * one request for a user by his id.
 */
public final class HttpStoreType extends WebStoreType {

    public HttpStoreType(WebNetwork network) {
        super("httpresolver", network);
    }

    @Override
    Map<String, String> sound() {
        return Map.of("base_url", "http://localhost");
    }
}
