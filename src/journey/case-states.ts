/** The states of a case, as its customer lives them: the same in every bundled journey. */

/**
 * From noticing the problem to `loyalty`, where the case is closed.
 *
 * @param machine - id of the machine that they are part of
 */
export function caseStates<Id extends string>(machine: Id) {
  const loyalty = `#${machine}.loyalty` as const;
  const afterContact = {
    CONTACT_RESOLVED: [
      { guard: "comesBack", target: "believingIt" },
      { target: loyalty, actions: "closeCaseResolved" },
    ],
    CONTACT_FAILED: { target: "reconsidering" },
  } as const;
  return {
    noticingProblem: {
      after: { timeToProblem: { target: "contacting", actions: "openCase" } },
    },
    contacting: {
      entry: "contactCompany",
      on: afterContact,
    },
    reconsidering: {
      always: { guard: "givesUpCase", target: loyalty, actions: "closeCaseUnresolved" },
      after: { timeToRecontact: { target: "contacting" } },
      on: { COMPANY_CALLS: { target: "calledByCompany" } },
    },
    believingIt: {
      after: { timeToReturn: { target: "contacting" } },
      on: { COMPANY_CALLS: { target: "calledByCompany" } },
    },
    calledByCompany: {
      on: afterContact,
    },
  } as const;
}
