package org.symbolon.command.tokentype.tiqr;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.tokentype.TypeParameter.Kind;
import org.symbolon.command.tokentype.TypeSetting;

/** Where the app finds the server, and what it shows of it. */
record TiqrSettings(SystemSettings settings) {

    private static final String ENROLMENT_URL = "tiqr.regServer";
    private static final String LOGIN_URL = "tiqr.authServer";
    private static final String SERVICE = "tiqr.serviceIdentifier";
    private static final String NAME = "tiqr.serviceDisplayname";
    private static final String LOGO = "tiqr.logoUrl";
    private static final String INFO = "tiqr.infoUrl";
    private static final String SUITE = "tiqr.ocrasuite";

    private static final String PRESET_SERVICE = "io.edumfa";
    private static final String PRESET_NAME = "eduMFA";
    private static final String PRESET_INFO = "https://www.edumfa.io";
    private static final String PRESET_SUITE = "OCRA-1:HOTP-SHA1-6:QN10";

    static final List<TypeSetting> ALL = List.of(
            TypeSetting.closed(
                    ENROLMENT_URL,
                    Kind.TEXT,
                    null,
                    "The address of `/ttype/tiqr` as telephones reach it, without which none can be enrolled."),
            TypeSetting.closed(LOGIN_URL, Kind.TEXT, null, "The same for log-ins, where it is another one."),
            TypeSetting.closed(SERVICE, Kind.TEXT, PRESET_SERVICE, "By which name the app knows the service."),
            TypeSetting.closed(NAME, Kind.TEXT, PRESET_NAME, "As what the app shows it."),
            TypeSetting.closed(LOGO, Kind.TEXT, null, "The address of a picture that the app shows."),
            TypeSetting.closed(INFO, Kind.TEXT, PRESET_INFO, "The address of a page about the service."),
            TypeSetting.closed(
                    SUITE,
                    Kind.TEXT,
                    PRESET_SUITE,
                    "What responses are computed of, where an enrolment does not say."));

    String enrolmentUrl() {
        return text(ENROLMENT_URL, "");
    }

    String loginUrl() {
        return text(LOGIN_URL, enrolmentUrl());
    }

    String service() {
        return text(SERVICE, PRESET_SERVICE);
    }

    String name() {
        return text(NAME, PRESET_NAME);
    }

    String logo() {
        return text(LOGO, "");
    }

    String info() {
        return text(INFO, PRESET_INFO);
    }

    String suite() {
        return text(SUITE, PRESET_SUITE);
    }

    private String text(String name, String otherwise) {
        return settings.text(name)
                .map(String::strip)
                .filter(found -> !found.isEmpty())
                .orElse(otherwise);
    }

    /** Where the app asks for this of an enrolment, or does its part of it. */
    String enrolling(String action, String session, String serial) {
        return enrolmentUrl() + "?action=" + action + "&session=" + encoded(session) + "&serial=" + encoded(serial);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
