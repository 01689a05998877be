package org.symbolon.query.user;

import java.util.List;

/**
 * Which custom attributes do users of a realm have?
 *
 * @param userIds those that are wanted, each as whatever resolver knows him
 */
public record ListUserAttributes(int realmId, List<String> userIds) {}
