package org.symbolon.command.tokengroup;

import org.axonframework.serialization.Revision;
import org.symbolon.command.definition.Definition;
import org.symbolon.command.definition.DefinitionKind;
import org.symbolon.events.definition.Description;
import org.symbolon.events.tokengroup.TokengroupCreated;
import org.symbolon.events.tokengroup.TokengroupDeleted;
import org.symbolon.events.tokengroup.TokengroupDescribed;

/** A group that administrators put tokens into; its settings are its description. */
@Revision("2")
public class Tokengroup extends Definition<Description> {

    public static final DefinitionKind<Tokengroup, Description> KIND = new DefinitionKind<>(
            "tokengroup",
            "Tokengroup",
            Tokengroup.class,
            Tokengroup::new,
            (name, number, settings) -> new TokengroupCreated(name, number, settings.text()),
            (name, number, settings) -> new TokengroupDescribed(name, number, settings.text()),
            TokengroupDeleted::new);

    @Override
    protected DefinitionKind<Tokengroup, Description> kind() {
        return KIND;
    }
}
