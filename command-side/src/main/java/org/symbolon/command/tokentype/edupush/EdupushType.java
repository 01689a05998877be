package org.symbolon.command.tokentype.edupush;

import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.command.tokentype.pushed.AppAddress;
import org.symbolon.command.tokentype.pushed.PushedActions;
import org.symbolon.command.tokentype.pushed.PushedDescription;
import org.symbolon.command.tokentype.pushed.PushedType;

/** Log-ins that are confirmed in eduMFA's app. */
public final class EdupushType extends PushedType {

    private static final PushedActions ACTIONS = new PushedActions("edupush");
    private static final AppAddress ADDRESS = new AppAddress("edumfa-push://edumfa/", "");

    private static final TypeDescription DESCRIPTION = PushedDescription.of(
                    ACTIONS, "EDUP", "eduMFA push: Confirm log-ins in the eduMFA app on a smartphone.")
            .build();

    public EdupushType() {
        super(ACTIONS);
    }

    @Override
    public TypeDescription describe() {
        return DESCRIPTION;
    }

    @Override
    protected AppAddress address(TypeTerms terms) {
        return ADDRESS;
    }
}
