package org.symbolon.policy.action;

import java.util.EnumSet;
import java.util.List;
import org.symbolon.events.tokentype.TypeAction;
import org.symbolon.events.tokentype.TypeAction.Scope;
import org.symbolon.events.tokentype.TypeAction.Step;
import org.symbolon.policy.action.PolicedType.Trait;

/** For tests: types with one action of each use. */
public final class SampleTypes implements PolicedTypes {

    @Override
    public List<PolicedType> all() {
        PolicedType password = new PolicedType("pw", EnumSet.of(Trait.PIN_ALONE), List.of(length()));
        return List.of(counting("hotp"), counting("totp"), password);
    }

    @Override
    public String preset() {
        return "hotp";
    }

    private static PolicedType counting(String name) {
        List<TypeAction> actions = List.of(
                TypeAction.string(name + "_hashlib", Step.ENROLMENT, "The hash.", Scope.ADMIN, Scope.USER)
                        .with(new TypeAction.Overwrites("hashlib")),
                TypeAction.flag(name + "_force_app_pin", Step.ENROLMENT, "Locks the app.", Scope.ENROLLMENT)
                        .with(new TypeAction.Overwrites("force_app_pin")),
                TypeAction.string(name + "_2step", Step.ENROLMENT, "Two steps.", Scope.ADMIN, Scope.USER)
                        .choosing("allow", "force")
                        .with(new TypeAction.AllowsTwoSteps("2stepinit")),
                TypeAction.number(name + "_2step_clientsize", Step.ENROLMENT, "The app's part.", Scope.ENROLLMENT)
                        .with(new TypeAction.OfTwoSteps("2step_clientsize")));
        return new PolicedType(name, EnumSet.of(Trait.SELF_SERVICE, Trait.VERIFIABLE), actions);
    }

    private static TypeAction length() {
        return TypeAction.number("pw.length", Step.ENROLMENT, "How long it is.", Scope.ENROLLMENT)
                .with(new TypeAction.Decides("pw.length", written -> Integer.parseInt(written) > 0));
    }
}
