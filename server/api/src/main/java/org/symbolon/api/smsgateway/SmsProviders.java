package org.symbolon.api.smsgateway;

import static org.symbolon.api.smsgateway.SmsProvider.Parameter.optional;
import static org.symbolon.api.smsgateway.SmsProvider.Parameter.required;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.symbolon.api.smsgateway.SmsProvider.Parameter;

/** The kinds of SMS gateways that can be defined, by the names and with the parameters that clients know. */
public final class SmsProviders {

    private static final String PACKAGE = "edumfa.lib.smsprovider.";

    /** The same kinds, as privacyIDEA calls them. */
    private static final String OTHER_PACKAGE = "privacyidea.lib.smsprovider.";

    private static final String MAIL_SERVER = "SMTPIDENTIFIER";
    private static final String[] YES_NO = {"yes", "no"};
    private static final Parameter REGEXP =
            optional("REGEXP", "Changes the phone number before it is used: /pattern/replacement/");
    private static final Parameter PROXY = optional("PROXY", "A proxy for HTTP and HTTPS");

    private static final List<Parameter> HTTP = List.of(
            required("URL", "The address of the gateway"),
            required("HTTP_METHOD", "How the gateway is called", "GET", "POST"),
            required("CHECK_SSL", "Whether the gateway's certificate is verified", YES_NO),
            required("SEND_DATA_AS_JSON", "Whether the parameters are sent as JSON and not as a form", YES_NO),
            optional("RETURN_SUCCESS", "A text that is in the answer when the message was taken"),
            optional("RETURN_FAIL", "A text that is in the answer when the message was refused"),
            optional("USERNAME", "User name of the gateway's log-in"),
            optional("PASSWORD", "Password of the gateway's log-in"),
            optional("HTTP_PROXY", "A proxy for HTTP"),
            optional("HTTPS_PROXY", "A proxy for HTTPS"),
            optional("TIMEOUT", "How many seconds the gateway may take"));

    private static final List<SmsProvider> ALL = List.of(
            new SmsProvider(named("HttpSMSProvider"), true, true, and(HTTP, REGEXP, PROXY)),
            new SmsProvider(
                    named("HttpMessageToUidProvider"),
                    true,
                    true,
                    and(
                            HTTP,
                            optional("UID_TOKENINFO_ATTRIBUTE", "The token's info that names the receiver"),
                            optional("POST_CHECK_URL", "An address that is called after a log-in"))),
            new SmsProvider(
                    named("SmtpSMSProvider"),
                    false,
                    false,
                    List.of(
                            required("MAILTO", "The mail address of the gateway; {phone} is the number"),
                            required(MAIL_SERVER, "The mail server to use"),
                            optional("SUBJECT", "The subject; {phone} is the number, {otp} the message"),
                            optional("BODY", "The text; {phone} is the number, {otp} the message"),
                            REGEXP)),
            new SmsProvider(
                    named("SipgateSMSProvider"),
                    false,
                    false,
                    List.of(
                            required("USERNAME", "User name at sipgate"),
                            required("PASSWORD", "Password at sipgate"),
                            PROXY,
                            REGEXP)),
            new SmsProvider(named("SmppSMSProvider"), false, false, smpp()),
            new SmsProvider(
                    named("ScriptSMSProvider"),
                    false,
                    null,
                    List.of(
                            required("script", "The program that sends the message"),
                            required("background", "Whether it is waited for", "background", "wait"),
                            REGEXP)),
            new SmsProvider(
                    named("FirebaseProvider"),
                    false,
                    false,
                    List.of(
                            required("JSON config file", "The file that describes the service account"),
                            optional("httpsproxy", "A proxy for HTTPS"))));

    private SmsProviders() {}

    private static List<Parameter> smpp() {
        return List.of(
                required("SMSC_HOST", "Host of the message centre"),
                required("SMSC_PORT", "Port of the message centre"),
                optional("SYSTEM_ID", "Name of the log-in"),
                optional("PASSWORD", "Password of the log-in"),
                optional("S_ADDR_TON", "Type of number of the sender"),
                optional("S_ADDR_NPI", "Numbering plan of the sender"),
                optional("S_ADDR", "Address of the sender"),
                optional("D_ADDR_TON", "Type of number of the receiver"),
                optional("D_ADDR_NPI", "Numbering plan of the receiver"),
                REGEXP);
    }

    private static String named(String provider) {
        return PACKAGE + provider + "." + provider;
    }

    private static List<Parameter> and(List<Parameter> some, Parameter... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    /** All names by which a kind can be chosen. */
    public static Set<String> modules() {
        return ALL.stream()
                .map(SmsProvider::module)
                .flatMap(module -> Stream.of(module, module.replace(PACKAGE, OTHER_PACKAGE)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All of them, where mail servers can be chosen from these. */
    static Map<String, Object> json(List<String> mailServers) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (SmsProvider provider : ALL) {
            List<Parameter> parameters = provider.parameters().stream()
                    .map(parameter ->
                            parameter.name().equals(MAIL_SERVER) ? parameter.withValues(mailServers) : parameter)
                    .toList();
            json.put(
                    provider.module(),
                    new SmsProvider(provider.module(), provider.options(), provider.headers(), parameters).json());
        }
        return json;
    }
}
