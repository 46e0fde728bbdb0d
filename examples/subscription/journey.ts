/** The journey of a subscriber: trial, onboarding, monthly renewals that depend on satisfaction, and a second chance after leaving. */

import { defineJourney } from "journeybench";

export const journey = defineJourney({
  id: "subscriber",
  initial: "stranger",
  delays: {
    firstSteps: { lognormal: { mean: "2d", cv: 1 } },
    untilTrouble: { exponential: { mean: "120d" } },
    reconsidering: { exponential: { mean: "180d" } },
  },
  states: {
    stranger: {
      on: {
        BECOME_AWARE: { target: "trial", actions: "noteAwareness" },
        ALREADY_CUSTOMER: "active",
      },
    },

    trial: {
      initial: "onboarding",
      entry: { type: "count", params: { counter: "trials" } },
      after: { "14d": "deciding" },
      states: {
        onboarding: {
          after: {
            firstSteps: [
              { guard: { type: "chance", params: { name: "stuck at the start", probability: 0.3 } }, target: "stuck" },
              { target: "using" },
            ],
          },
        },
        stuck: {
          entry: ["openCase", "contactCompany"],
          on: {
            CONTACT_RESOLVED: { target: "using", actions: ["closeCaseResolved", "reflect"] },
            CONTACT_FAILED: "tryingAlone",
          },
        },
        tryingAlone: {
          always: { guard: "givesUpCase", target: "using", actions: ["closeCaseUnresolved", "reflect"] },
          after: { timeToRecontact: "stuck" },
        },
        using: {},
      },
      // Whoever still waits for an answer when the trial ends stops waiting.
      exit: "closeCaseUnresolved",
    },

    deciding: {
      always: [
        {
          guard: { type: "chance", params: { name: "subscribes", probability: 0.45, satisfactionWeight: 4 } },
          target: "active",
          actions: { type: "count", params: { counter: "subscriptions" } },
        },
        { target: "gone" },
      ],
    },

    active: {
      entry: [
        { type: "earn", params: { amount: 29, margin: 0.85 } },
        { type: "count", params: { counter: "payments" } },
      ],
      initial: "content",
      after: { "30d": "renewing" },
      states: {
        content: { after: { untilTrouble: "inTrouble" } },
        inTrouble: {
          entry: ["openCase", "contactCompany"],
          on: {
            CONTACT_RESOLVED: { target: "content", actions: ["closeCaseResolved", "reflect"] },
            CONTACT_FAILED: "annoyed",
          },
        },
        annoyed: {
          always: { guard: "givesUpCase", target: "content", actions: ["closeCaseUnresolved", "reflect"] },
          after: { timeToRecontact: "inTrouble" },
          on: { COMPANY_CALLS: "onThePhone" },
        },
        onThePhone: {
          on: {
            CONTACT_RESOLVED: { target: "content", actions: ["closeCaseResolved", "reflect"] },
            CONTACT_FAILED: "annoyed",
          },
        },
      },
    },

    renewing: {
      always: [
        {
          // Luck per payment: the third renewal of a customer meets the same luck under every strategy.
          guard: { type: "chance", params: { name: "renews", probability: 0.95, satisfactionWeight: 4, per: "payments" } },
          target: "active",
          // A month that ends in renewal was a good one.
          actions: [{ type: "experience", params: { value: 0.85 } }, "reflect", "recommend"],
        },
        { target: "gone", actions: "leave" },
      ],
    },

    gone: {
      after: {
        reconsidering: [
          {
            guard: { type: "chance", params: { name: "won back", probability: 0.15 } },
            target: "active",
            actions: ["comeBack", { type: "count", params: { counter: "won back" } }],
          },
          { target: "lost" },
        ],
      },
    },

    lost: { type: "final" },
  },
});
