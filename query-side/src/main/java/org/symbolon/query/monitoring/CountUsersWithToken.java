package org.symbolon.query.monitoring;

/**
 * How many users have a token of this kind? What is null excludes none; texts may hold asterisks.
 *
 * @param type the type of the token
 * @param realm a realm that the token is in
 * @param active whether the token is enabled
 */
public record CountUsersWithToken(String type, String realm, Boolean active) {}
