package org.symbolon.connectors.web;

import tools.jackson.databind.JsonNode;

/**
 * What a server has answered to a question that it could be asked.
 *
 * @param status the code of HTTP
 * @param done whether it has done what it was asked for
 * @param json what it said, as the definition maps it; a missing node if it said nothing, or no JSON beside a refusal
 * @param raw the same, unmapped
 */
record WebAnswer(int status, boolean done, JsonNode json, JsonNode raw) {

    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    /** Whether there is nothing where the question led to. */
    boolean nothingThere() {
        return status == NOT_FOUND || status == GONE;
    }
}
