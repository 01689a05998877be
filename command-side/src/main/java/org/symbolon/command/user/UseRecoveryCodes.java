package org.symbolon.command.user;

import java.util.List;

/**
 * Let a user in who brought a recovery code. Whatever of anybody's has expired goes with it.
 *
 * @param matching the numbers of his codes that are what he brought, none if it is wrong
 */
public record UseRecoveryCodes(List<Integer> matching) {}
