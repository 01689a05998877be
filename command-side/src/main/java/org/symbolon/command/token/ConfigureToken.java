package org.symbolon.command.token;

import java.util.Map;

/**
 * Change what is given of a token's settings.
 *
 * @param description another description, null to leave it
 * @param countWindow another look-ahead for log-ins, null to leave it
 * @param syncWindow another look-ahead for resynchronisation, null to leave it
 * @param failLimit another limit of failures, null to leave it
 * @param info entries to write, each of which counts as one change; a null value removes the entry
 * @param timeShift whether the token learns how wrong its clock is: True, False, or default to leave it to the system; null
 *     to leave it. It does not count as a change.
 */
public record ConfigureToken(
        String serial,
        String description,
        Integer countWindow,
        Integer syncWindow,
        Integer failLimit,
        Map<String, String> info,
        String timeShift) {

    public static final String SYSTEM_DECIDES = "default";
}
