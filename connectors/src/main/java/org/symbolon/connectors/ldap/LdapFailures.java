package org.symbolon.connectors.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.Map;
import org.symbolon.connectors.network.TlsTrouble;

/** What went wrong with a directory, in our words. What the library says quotes the server, so none of it is passed on. */
final class LdapFailures {

    private static final Map<ResultCode, String> ANSWERS = Map.of(
            ResultCode.INVALID_CREDENTIALS, "refuses BINDDN with BINDPW",
            ResultCode.INVALID_DN_SYNTAX, "finds that BINDDN or LDAPBASE is no distinguished name",
            ResultCode.NO_SUCH_OBJECT, "has nothing at LDAPBASE",
            ResultCode.INSUFFICIENT_ACCESS_RIGHTS, "does not let BINDDN do this",
            ResultCode.REFERRAL, "refers to another server",
            ResultCode.CONFIDENTIALITY_REQUIRED, "wants the connection to be encrypted",
            ResultCode.STRONG_AUTH_REQUIRED, "wants the connection to be encrypted or signed",
            ResultCode.TIME_LIMIT_EXCEEDED, "gave up: the search takes longer than it allows",
            ResultCode.UNWILLING_TO_PERFORM, "is not willing to do this");

    private LdapFailures() {}

    static String of(LDAPException failed) {
        if (isOfTheConnection(failed)) {
            return "closed the connection, or answered what is no LDAP";
        }
        String known = ANSWERS.get(failed.getResultCode());
        String code = "(LDAP result %d, %s)"
                .formatted(
                        failed.getResultCode().intValue(),
                        failed.getResultCode().getName());
        return known == null ? "answered with an error " + code : known + " " + code;
    }

    /** Whether there was no answer at all, so that the connection is of no use any more. */
    static boolean isOfTheConnection(LDAPException failed) {
        return failed.getResultCode().isClientSideResultCode()
                && !failed.getResultCode().equals(ResultCode.FILTER_ERROR);
    }

    static String ofTls(Throwable failed) {
        return TlsTrouble.of(failed, "in TLS_CA_FILE");
    }
}
