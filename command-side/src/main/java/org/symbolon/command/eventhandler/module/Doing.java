package org.symbolon.command.eventhandler.module;

import java.util.List;
import org.symbolon.command.eventhandler.deed.Deed;
import org.symbolon.command.eventhandler.fact.HandledRequest;
import org.symbolon.command.eventhandler.fact.HandlerOptions;

/** What an action wants done about a request. It does nothing itself. */
@FunctionalInterface
interface Doing {

    List<Deed> about(HandledRequest request, HandlerOptions options);
}
