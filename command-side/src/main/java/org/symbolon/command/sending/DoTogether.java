package org.symbolon.command.sending;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.symbolon.events.audit.RequestAnswered;

/** Do all of these in their order, or none of them. */
public record DoTogether(List<Step> steps) {

    /**
     * One of them.
     *
     * @param what it is about, for whoever reads why nothing was done
     * @param check refuses a result that is none; then nothing is done
     * @param fact what the audit is told of the result; null for nothing
     */
    public record Step(String what, Object command, Consumer<Object> check, Function<Object, RequestAnswered> fact) {}
}
