package org.symbolon.command.tokentype.oath;

import java.util.ArrayList;
import java.util.List;
import org.symbolon.events.tokentype.TypeAction;
import org.symbolon.events.tokentype.TypeAction.Scope;
import org.symbolon.events.tokentype.TypeAction.Step;

/** What policies can say of the enrolments of OATH types, of each of them alone. */
public final class OathActions {

    private OathActions() {}

    /** What is said of the values of new tokens of the type, and to the app that shows them. */
    public static List<TypeAction> of(String type) {
        List<TypeAction> all = new ArrayList<>(ofValues(type));
        all.add(serverGenerates(type, Scope.USER).under("enrollment"));
        return List.copyOf(all);
    }

    /** The same but for who makes their seeds. */
    public static List<TypeAction> ofValues(String type) {
        return List.of(
                TypeAction.string(
                                type + "_hashlib",
                                Step.ENROLMENT,
                                "The hash of new tokens, whatever the request says.",
                                Scope.ADMIN,
                                Scope.USER)
                        .choosing("sha1", "sha256", "sha512")
                        .with(new TypeAction.Overwrites(OathParameters.HASH)),
                TypeAction.number(
                                type + "_otplen",
                                Step.ENROLMENT,
                                "How many digits the values of new tokens have, whatever the request says.",
                                Scope.ADMIN,
                                Scope.USER)
                        .choosing("6", "8")
                        .with(new TypeAction.Overwrites(OathParameters.DIGITS)),
                TypeAction.flag(
                                type + "_force_app_pin",
                                Step.ENROLMENT,
                                "Tells the app to lock the token.",
                                Scope.ENROLLMENT)
                        .with(new TypeAction.Overwrites(OathParameters.APP_PIN)));
    }

    /** What web interfaces are told of who makes their seeds. */
    public static TypeAction serverGenerates(String type, Scope... scopes) {
        return TypeAction.flag(
                        type + "_force_server_generate",
                        Step.ENROLMENT,
                        "Tells a web interface to let the server make the seeds.",
                        scopes)
                .idly();
    }
}
