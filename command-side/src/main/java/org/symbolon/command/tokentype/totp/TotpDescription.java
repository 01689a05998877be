package org.symbolon.command.tokentype.totp;

import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.command.tokentype.TypeDescriptionBuilder;
import org.symbolon.command.tokentype.TypeParameter;
import org.symbolon.command.tokentype.TypeParameter.Kind;
import org.symbolon.command.tokentype.TypeSetting;
import org.symbolon.command.tokentype.oath.OathActions;
import org.symbolon.command.tokentype.oath.OathParameters;
import org.symbolon.command.tokentype.oath.TwoSteps;
import org.symbolon.events.tokentype.TypeAction;
import org.symbolon.events.tokentype.TypeAction.Scope;
import org.symbolon.events.tokentype.TypeAction.Step;

/** What TOTP tokens say of themselves. */
final class TotpDescription {

    static final String NAME = "totp";
    static final String HASH_SETTING = "totp.hashlib";
    static final String STEP_SETTING = "totp.timeStep";
    static final String WINDOW_SETTING = "totp.timeWindow";
    static final String PRESET_STEP = "30";

    static final TypeDescription DESCRIPTION = TypeDescriptionBuilder.of(
                    NAME, "TOTP", "TOTP: Time based One Time Passwords.")
            .taking(OathParameters.ALL)
            .taking(
                    TypeParameter.number(TotpState.STEP, "The seconds between two values of a TOTP token."),
                    TypeParameter.number(TotpState.WINDOW, "The seconds around now in which values are accepted."),
                    TypeParameter.number(TotpState.SHIFT, "The drift of its clock, in seconds."),
                    TypeParameter.text(TotpState.LEARNS, "Whether it learns its drift."))
            .taking(OathParameters.FOR_APPS)
            .taking(TwoSteps.PARAMETERS)
            .goingBy(
                    TypeSetting.open(HASH_SETTING, Kind.CHOICE, "sha1", "The hash function of new TOTP tokens."),
                    TypeSetting.open(STEP_SETTING, Kind.NUMBER, PRESET_STEP, "The time step of new TOTP tokens."),
                    TypeSetting.open(
                            WINDOW_SETTING,
                            Kind.NUMBER,
                            Long.toString(TotpState.PRESET_WINDOW),
                            "The time window of new TOTP tokens."),
                    TypeSetting.open(
                            "totp.useTimeShift", Kind.FLAG, "True", "Whether the clocks of TOTP tokens are followed."))
            .keeping(TotpState.ENTRIES)
            .keeping(TwoSteps.STATE)
            .governedBy(OathActions.of(NAME))
            .governedBy(
                    TypeAction.number(
                                    NAME + "_timestep",
                                    Step.ENROLMENT,
                                    "For how many seconds a value of new tokens is good, whatever the request says.",
                                    Scope.ADMIN,
                                    Scope.USER)
                            .choosing("30", "60")
                            .with(new TypeAction.Overwrites(TotpState.STEP)),
                    TypeAction.string(
                                    NAME + "_timeshift",
                                    Step.ENROLMENT,
                                    "Whether the server follows the clock of new tokens, whatever the request says.",
                                    Scope.ADMIN,
                                    Scope.USER)
                            .choosing("default", "True", "False")
                            .with(new TypeAction.Overwrites(TotpState.LEARNS)))
            .governedBy(TwoSteps.actionsOf(NAME))
            .with(Trait.OFFERED, Trait.SELF_SERVICE, Trait.VERIFIABLE, Trait.ROLLS_OVER)
            .build();

    private TotpDescription() {}
}
