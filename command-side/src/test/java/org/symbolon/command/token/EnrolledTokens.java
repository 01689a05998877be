package org.symbolon.command.token;

import java.util.Map;
import org.symbolon.command.support.TokenFixture;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.events.shared.TokenOwner;

/** A token, and the commands that enrol it. */
abstract class EnrolledTokens {

    static final String CREATED_AT = "2026-11-24 12:34:44.537961+00:00";

    static final Map<String, String> HOTP_INFO =
            Map.of("hashlib", "sha1", "tokenkind", "software", "created_at", CREATED_AT);
    final TokenFixture token = new TokenFixture();

    static EnrollToken enrol(Map<String, String> parameters) {
        return enrol(parameters, null, null);
    }

    static EnrollToken enrol(Map<String, String> parameters, TokenOwner owner, String realm) {
        return new EnrollToken(parameters, Map.of(), null, owner, Holder.NOBODY, realm);
    }
}
