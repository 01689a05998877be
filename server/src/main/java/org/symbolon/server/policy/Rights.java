package org.symbolon.server.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The actions that a log-in lists as the caller's rights: all of his scope, while no policy narrows them. */
public final class Rights {

    private static final List<String> BOTH = words(
            """
            assign auditlog auditlog_age certificate_trusted_Attestation_CA_path daypassword_force_server_generate
            daypassword_hashlib daypassword_otplen daypassword_timestep delete delete_custom_user_attributes disable
            enable enrollpin hide_audit_columns hide_tokeninfo hotp_2step hotp_hashlib hotp_otplen
            indexedsecret_force_attribute otp_pin_contents otp_pin_maxlength otp_pin_minlength otp_pin_set_random reset
            resync revoke set_custom_user_attributes setdescription setpin setrandompin sms_gateways
            spass_otp_pin_contents spass_otp_pin_maxlength spass_otp_pin_minlength totp_2step totp_hashlib totp_otplen
            totp_timeshift totp_timestep unassign updateuser userlist
            """);

    private static final List<String> ADMIN_ONLY = words(
            """
            adduser auditlog_download caconnectordelete caconnectorread caconnectorwrite clienttype configdelete
            configread configwrite copytokenpin copytokenuser deleteuser edumfaserver_read edumfaserver_write
            eventhandling_read eventhandling_write fetch_authentication_items getchallenges getrandom getserial
            importtokens losttoken machinelist manage_machine_tokens managesubscription mresolverdelete mresolverread
            mresolverwrite periodictask_read periodictask_write policydelete policyread policywrite radiusserver_read
            radiusserver_write resolverdelete resolverread resolverwrite serviceid_add serviceid_delete serviceid_list
            set set_hsm_password settokeninfo smsgateway_read smsgateway_write smtpserver_read smtpserver_write
            statistics_delete statistics_read system_documentation tokengroup_add tokengroup_delete tokengroup_list
            tokengroups tokenlist tokenrealms triggerchallenge
            """);

    private static final List<String> USER_ONLY =
            words("hotp_force_server_generate password_reset totp_force_server_generate");

    private static final List<String> TYPES_FOR_BOTH = words(
            """
            applspec certificate daypassword edupush email hotp indexedsecret motp paper push question radius sms spass
            sshkey tan tiqr totp u2f webauthn yubico yubikey
            """);

    private static final List<String> TYPES_FOR_ADMINS = words("4eyes daplug ocra pw registration remote vasco");

    private static final List<String> ADMIN_RIGHTS = rights(
            Stream.concat(BOTH.stream(), ADMIN_ONLY.stream()),
            Stream.concat(TYPES_FOR_BOTH.stream(), TYPES_FOR_ADMINS.stream()));
    private static final List<String> USER_RIGHTS =
            rights(Stream.concat(BOTH.stream(), USER_ONLY.stream()), TYPES_FOR_BOTH.stream());

    private Rights() {}

    /** The rights of the role {@code admin} or {@code user}. */
    public static List<String> of(String role) {
        return role.equals("admin") ? ADMIN_RIGHTS : USER_RIGHTS;
    }

    /** The menus of a web interface that these rights open. */
    public static List<String> menusOf(String role) {
        return role.equals("admin")
                ? List.of("tokens", "users", "machines", "config", "audit", "components")
                : List.of("tokens", "users", "audit");
    }

    private static List<String> rights(Stream<String> actions, Stream<String> types) {
        List<String> rights = new ArrayList<>(actions.toList());
        types.map(type -> "enroll" + type.toUpperCase(Locale.ROOT)).forEach(rights::add);
        rights.sort(String::compareTo);
        return List.copyOf(rights);
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
