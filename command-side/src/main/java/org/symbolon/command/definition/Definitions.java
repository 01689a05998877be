package org.symbolon.command.definition;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.Existing;
import org.symbolon.command.shared.Limits;

/**
 * Saves and deletes the definitions of one kind: the one way in which that is done for all of them. A kind's commands say
 * what they refuse, and which settings a definition gets.
 */
public final class Definitions<D extends Definition<S>, S> {

    private final DefinitionKind<D, S> kind;
    private final Repository<D> repository;
    private final Existing<D> existing;
    private final IntSupplier nextNumber;

    public Definitions(DefinitionKind<D, S> kind, Repository<D> repository, IntSupplier nextNumber) {
        this.kind = kind;
        this.repository = repository;
        this.existing = new Existing<>(repository, D::present, kind.title());
        this.nextNumber = nextNumber;
    }

    /**
     * Lets a name pass that its column and the identifier take.
     *
     * @throws Refusal 905 if it is too long
     */
    public void checkName(String parameter, String name) {
        Limits.check(parameter, name, Limits.nameAfter(kind.idOf("")));
    }

    /**
     * Makes the definition of this name, or changes it.
     *
     * @param settings the new settings by the present ones, which are null where there is no such definition
     * @return its number
     */
    public int save(String name, UnaryOperator<S> settings) throws Exception {
        Aggregate<D> definition = repository.loadOrCreate(kind.idOf(name), kind.blank()::get);
        S changed = settings.apply(definition.invoke(D::settings));
        definition.execute(found -> found.define(name, nextNumber, changed));
        return definition.invoke(D::number);
    }

    /** The present settings of the definition of this name; empty if there is none. */
    public Optional<S> settings(String name) {
        return existing.find(kind.idOf(name)).map(definition -> definition.invoke(D::settings));
    }

    /**
     * Deletes the definition of this name.
     *
     * @param parting gets the settings that it had, to refuse the deletion, or to erase their secrets
     * @return the number that it had
     * @throws Refusal 601 if there is none
     */
    public int delete(String name, Consumer<S> parting) {
        return deleteIfPresent(name, parting).orElseThrow(this::notFound);
    }

    /** Deletes the definition of this name, if there is one, and answers the number that it had. */
    public Optional<Integer> deleteIfPresent(String name, Consumer<S> parting) {
        return existing.find(kind.idOf(name)).map(definition -> {
            parting.accept(definition.invoke(D::settings));
            definition.execute(D::delete);
            return definition.invoke(D::number);
        });
    }

    /**
     * Changes the definition of this name in another way than by its settings.
     *
     * @throws Refusal 601 if there is none
     */
    public void alter(String name, Consumer<D> change) {
        existing.require(kind.idOf(name)).execute(change);
    }

    public Refusal notFound() {
        return existing.notFound();
    }
}
