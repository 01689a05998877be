package org.symbolon.command.token;

import java.util.List;
import org.symbolon.command.tokentype.EnrolmentStep;

/**
 * What an enrolment makes of a token, before it happens.
 *
 * @param step what its type makes of it
 * @param info what its info is to say
 * @param realms that it is to be in, empty for those that it is in already
 * @param keptAlready whether it seals nothing but what the token keeps already or has used up
 * @param description what somebody calls it, null where nobody said
 */
record EnrolmentDraft(
        EnrolmentStep step, EnrolledInfo info, List<String> realms, boolean keptAlready, String description) {}
