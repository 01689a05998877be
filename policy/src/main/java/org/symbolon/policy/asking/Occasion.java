package org.symbolon.policy.asking;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.symbolon.events.shared.Caller;

/**
 * The occasion on which policies are asked: who does something, from where, and to which token. A request is one; a task, an
 * event handler or a command line can be one as well.
 *
 * @param method how a web server would call the way of the request, such as {@code POST}; empty where there is none
 * @param client the address that counts as the client's, empty where there is none
 * @param headers the request's headers by name in whatever case; null for one that is not there
 * @param serial the token that it is about, if one is named
 */
public record Occasion(
        Caller caller, String method, String client, UnaryOperator<String> headers, Optional<String> serial) {}
