package org.symbolon.api.kernel;

import java.util.List;

/** The routes of one feature. Every bean of this kind becomes part of the server's routes. */
public interface Endpoint {

    List<Route> routes();
}
