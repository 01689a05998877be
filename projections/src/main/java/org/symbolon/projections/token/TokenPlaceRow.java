package org.symbolon.projections.token;

import java.util.List;
import org.symbolon.events.shared.TokenOwner;

/**
 * Where a token belongs.
 *
 * @param owner whom it belongs to, null for nobody
 * @param realms the realms that it is in, in their order
 */
public record TokenPlaceRow(String serial, String type, TokenOwner owner, List<String> realms) {}
