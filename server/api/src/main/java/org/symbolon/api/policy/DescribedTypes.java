package org.symbolon.api.policy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.symbolon.command.tokentype.EnrollableByLogin;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.TypeDescription.PinUse;
import org.symbolon.command.tokentype.TypeDescription.Trigger;
import org.symbolon.policy.action.PolicedType;
import org.symbolon.policy.action.PolicedType.Trait;
import org.symbolon.policy.action.PolicedTypes;

/** Shows policies the types of token as these describe themselves. */
public final class DescribedTypes implements PolicedTypes {

    @Override
    public List<PolicedType> all() {
        return TokenTypes.all().types().stream().map(DescribedTypes::policed).toList();
    }

    @Override
    public String preset() {
        return TokenTypes.DEFAULT;
    }

    private static PolicedType policed(TokenType type) {
        TypeDescription description = type.describe();
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        addIf(description.has(TypeDescription.Trait.SELF_SERVICE), Trait.SELF_SERVICE, traits);
        addIf(description.trigger() == Trigger.BY_POLICY, Trait.CHALLENGED_BY_POLICY, traits);
        addIf(description.has(TypeDescription.Trait.VERIFIABLE), Trait.VERIFIABLE, traits);
        addIf(type instanceof EnrollableByLogin, Trait.ENROLLED_BY_LOGIN, traits);
        addIf(description.pinUse() == PinUse.WHOLE_PASS, Trait.PIN_ALONE, traits);
        addIf(description.has(TypeDescription.Trait.WITHOUT_PIN), Trait.WITHOUT_PIN, traits);
        return new PolicedType(type.name(), traits, description.actions());
    }

    private static void addIf(boolean has, Trait trait, Set<Trait> traits) {
        if (has) {
            traits.add(trait);
        }
    }
}
