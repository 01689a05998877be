package org.symbolon.events.token;

/** What can happen to a token. The number tokenId tells two tokens apart that had the same serial one after the other. */
public sealed interface TokenEvent
        permits TokenEnrolled,
                TokenReenrolled,
                EnrolmentVerified,
                TokenAssigned,
                TokenUnassigned,
                TypeStateAdjusted,
                TokenEnabled,
                TokenDisabled,
                TokenRevoked,
                TokenDeleted,
                FailCounterReset,
                FailLimitReached,
                FailCounterRaised,
                ChallengeRequested,
                PinChanged,
                UserPinChanged,
                SecurityOfficerPinChanged,
                TokenDescribed,
                CounterChanged,
                CountWindowChanged,
                SyncWindowChanged,
                FailLimitChanged,
                TokenInfoSet,
                TokenInfoRemoved,
                TokenRealmsChanged,
                TokenJoinedGroup,
                TokenLeftGroup,
                TokenGroupsReplaced,
                MachineTokenAttached,
                MachineTokenDetached,
                MachineTokenOptionsSet,
                MachineTokenOptionsRemoved,
                AuthItemIssued,
                AuthItemRefused,
                OfflineValuesIssued,
                OfflineUseGranted,
                OtpAccepted,
                OtpRejected,
                OtpConsumed,
                TokenResynchronised,
                ResynchronisationRefused {

    String serial();

    int tokenId();
}
