/* The exchange of bundles between laptops and the office, small enough to be searched to its end.
 *
 * What stands for what, the bounds and the figures: README.md. `check` runs it. A set of bundles is one
 * byte, a bit a bundle, so that a set digest (count and sum of ids) is the set itself. One scope.
 *
 * A step of this model is one transaction of the program. A laptop's transactions touch nothing that
 * anybody else reads, so those that follow an answer are taken together with it, once for every point at
 * which the laptop could have stopped in between: nobody could tell the difference.
 *
 * Macros: EPOCHS, CLONE, OWN_RESTORE, REVOKE, A_BUNDLES, B_BUNDLES, C_BUNDLES, MACHINES_LOST, PAGE; one
 * BUG_… for each known bug; BUILT_… for what the programs once did otherwise. See README.md.
 */

#ifndef EPOCHS
#define EPOCHS 2          /* lives of the office's database: one restore */
#endif
#ifndef A_BUNDLES
#define A_BUNDLES 2
#endif
#ifndef B_BUNDLES
#define B_BUNDLES 1
#endif
#ifndef C_BUNDLES
#define C_BUNDLES 2
#endif
#ifndef MACHINES_LOST
#define MACHINES_LOST 1
#endif
#ifndef PAGE
#define PAGE 2            /* rows of the feed in one answer */
#endif
#ifndef MISMATCHES
#define MISMATCHES 2      /* offers in one sync, FieldSession.next */
#endif

/* ---- bundles ---- */

#define REVOCATION 1      /* the office's own: takes laptop B's right away */
#define A1 2
#define A2 4              /* its writer may not write it: held (roleMayNotWrite) until admitted */
#define B1 8
#define B2 16
#define C1 32
#define C2 64
#define OF_B (B1 | B2)
#define OF_C (C1 | C2)
#define BUNDLES 7
#define LAST (C_BUNDLES > 1 -> 64 : 32)

/* ---- laptops ---- */

#define A 0
#define B 1
#define C 2
#define COPY 3            /* a copy of C's directory, in use beside it */
#define own(d) ((d == A -> (A1 | A2) : (d == B -> OF_B : OF_C)))

#define IDLE 0
#define OFFERING 1        /* about to offer what it holds (/v1/have) */
#define RESENDING 2       /* knows what the office wants of it */

byte log_[4];             /* every bundle in its log */
byte shown[4];            /* in view */
byte pending[4];          /* own, without a receipt */
byte received[4];         /* own, with a receipt, not met in the feed */
byte aside[4];            /* own, held at the office */
byte taken[4];            /* what the cursor has passed: position and digest */
byte cursorEpoch[4];      /* 0: none */
byte phase[4];
byte wanted[4];           /* while resending */
byte asked[4];            /* the epoch of the page that asked for the offer */
byte wrote[4];            /* ghost: saved by its person and shown as saved */
bool lost[4];             /* the machine is gone */
bool copied;
byte machinesLost;

#ifdef OWN_RESTORE        /* C's own backup, taken once */
bool hasBackup, isRestored;
byte bLog, bShown, bPending, bReceived, bAside, bTaken, bEpoch, bWrote;
#endif

/* ---- office ---- */

byte stored;              /* on its disk */
byte feed[BUNDLES];       /* admitted, in the order of admission */
byte head;
byte admitted;            /* in view: the set of the feed */
byte epoch = 1;
byte restores;
byte decided;             /* ghost: let in by an administrator */
byte onWire;              /* was in a request that may arrive again, and late */

bool hasCopy;             /* the office's backup, taken once; before that the empty office */
byte copyStored, copyHead, copyAdmitted;
byte copyFeed[BUNDLES];

bool over;                /* the final check was made */

/* ---- one answer; never part of a state ---- */

#define IN_STEP 0
#define OFFER_ALL 1
#define REFUSED 2
hidden byte sent, heldOf, standing, upTo, answerEpoch, one, row, count, digest, repairs, rounds, device;
hidden byte more, isDone, inSync;

/* ================= the office ================= */

/* After the last restore what is stored stays stored, and its repetitions change nothing. */
inline forgetWire() {
  if :: restores == EPOCHS - 1 -> onWire = onWire & ~stored :: else fi
}

/* Replica.publish: the next position, in the transaction that stores the bundle. */
inline publish(b) {
  feed[head] = b;
  head++;
  admitted = admitted | b
}

/* AdmissionRules.decide: what its writer may not write, and a revoked laptop's, is held. The model lets
 * no receipt prove work from before the revocation: a restored office could not check it either. */
#define mustHold(b) (((b) & A2) || (((b) & OF_B) && (admitted & REVOCATION)))

/* Office.receive, one bundle: by its id, never by writer and number. */
#ifdef BUG_DEDUPE_BY_NUMBER
/* C2 is its writer's first if that replica lacked C1: a copy, or one restored, numbers it so. */
bool isTwin;
#define isKnown(b) ((stored & (b)) || (isTwin && ((b) & OF_C) && (stored & OF_C)))
#else
#define isKnown(b) (stored & (b))
#endif

inline receiveOne(b) {
  if
  :: isKnown(b)
  :: else ->
     if
#ifdef BUG_ADMIT_WITHOUT_HOLD
     :: false
#else
     :: mustHold(b) ->
#ifdef BUG_HELD_DROPPED
        skip
#else
        stored = stored | b
#endif
#endif
     :: else -> stored = stored | b; publish(b)
     fi
  fi
}

/* Office.receive: the office's own first, then in order; one transaction. */
inline receive(set) {
  one = 1;
  do
  :: one > LAST -> break
  :: else ->
     if :: set & one -> receiveOne(one) :: else fi;
     one = one << 1
  od;
#ifdef BUG_HELD_DROPPED
  heldOf = set & ~admitted;
#else
  heldOf = set & stored & ~admitted;
#endif
  forgetWire()
}

/* The running digest at a position. */
inline digestAt(n) {
  digest = 0; row = 0;
  do
  :: row >= n -> break
  :: else -> digest = digest | feed[row]; row++
  od
}

inline positionOf(set) {
  count = 0; one = 1;
  do
  :: one > LAST -> break
  :: else -> count = count + ((set & one) -> 1 : 0); one = one << 1
  od
}

/* OfficeSession.standing, then a page after the cursor. */
inline readPage(d) {
  positionOf(taken[d]);
  if
  :: count > head -> digest = 255
  :: else -> digestAt(count)
  fi;
  if
  :: cursorEpoch[d] == 0 && count == 0 -> standing = IN_STEP
  :: cursorEpoch[d] != 0 && cursorEpoch[d] == epoch && count <= head && digest == taken[d] ->
     standing = IN_STEP
  :: else -> standing = OFFER_ALL
  fi;
  upTo = taken[d]; more = false;
  if
  :: standing == IN_STEP ->
     more = (head > count + PAGE);
     count = (more -> count + PAGE : head);
     digestAt(count);
     upTo = digest
  :: else
  fi
}

#define isRefused(d) (d == B && (admitted & REVOCATION))

/* POST /v1/sync at the office: results first, then the page. */
inline answerSync(d) {
  answerEpoch = epoch; sent = 0; heldOf = 0; more = false;
  if
  :: isRefused(d) -> standing = REFUSED
  :: else ->
     sent = pending[d];
     onWire = onWire | sent;
#ifdef BUG_RECEIPT_BEFORE_STORE
     /* It answers from memory, and was killed before it committed. */
#else
     receive(sent);
#endif
#ifndef BUG_DEDUPE_BY_NUMBER
     /* A receipt is given only for what is on disk, and a restore begins another epoch: so what has a
      * receipt of an epoch is stored in it. (The macro: that bug shall be found by its effect.) */
     assert((sent & ~stored) == 0);
#endif
     readPage(d)
  fi
}

/* ================= a laptop ================= */

/* Synchronise.keep(result): each bundle's result with its receipt, one transaction. */
inline keepResults(d) {
  pending[d] = pending[d] & ~sent;
  /* A confirmed one stays confirmed; what the office holds leaves the view. */
  received[d] = (received[d] | (sent & own(d) & ~taken[d])) & ~heldOf;
  aside[d] = (aside[d] & ~sent) | (sent & own(d) & heldOf);
#ifndef BUG_HELD_STAYS_SHOWN
  shown[d] = shown[d] & ~(own(d) & heldOf);
#endif
  shown[d] = shown[d] | (sent & own(d) & ~heldOf);
#ifndef BUILT_NO_CURSOR_EPOCH
  /* A receipt is never younger than the cursor's epoch: see README.md, "What it found". */
  if :: cursorEpoch[d] == 0 && sent != 0 -> cursorEpoch[d] = answerEpoch :: else fi;
#endif
#ifdef BUG_PURGE_AFTER_RECEIPT
  log_[d] = log_[d] & ~(sent & own(d))
#endif
}

/* Replica.take: the rows and the cursor, one transaction. */
inline takePage(d) {
  if
  :: standing == IN_STEP ->
     log_[d] = log_[d] | upTo;
     shown[d] = shown[d] | (upTo & ~taken[d]);
     pending[d] = pending[d] & ~upTo;
     received[d] = received[d] & ~upTo;
     aside[d] = aside[d] & ~upTo;
     taken[d] = upTo;
     cursorEpoch[d] = answerEpoch
  :: else
  fi
}

/* Replica.restart: the feed is taken from 0 again, own bundles no longer confirmed. */
inline restart(d) {
  received[d] = log_[d] & own(d) & ~pending[d] & ~aside[d];
  taken[d] = 0;
#ifdef BUILT_NO_CURSOR_EPOCH
  cursorEpoch[d] = 0
#else
  cursorEpoch[d] = asked[d]
#endif
}

/* FieldSession.finish: "in sync" is a claim about the office, so it is compared with the office. */
#ifdef BUG_IN_SYNC_WITHOUT_DIGEST
#define mayBeInSync(d) (standing != REFUSED && pending[d] == 0)
#else
#define mayBeInSync(d) (standing == IN_STEP && !more && pending[d] == 0 && received[d] == 0)
#endif

inline finish(d) {
  inSync = false;
  if
  :: mayBeInSync(d) ->
     inSync = true;
#ifndef BUG_UNADMITTED_STAYS_SHOWN
     /* leaveOutUnadmitted: others' bundles that the feed does not hold */
     shown[d] = shown[d] & (taken[d] | own(d));
#endif
     assert(taken[d] == admitted);           /* the digests match ... */
     assert(shown[d] == admitted);           /* ... equal digests show equal states ... */
     assert((log_[d] & ~stored) == 0)        /* ... and all it holds is on the office's disk */
  :: else
  fi
}

/* Whether the answer starts a repair: asked for, or a receipt that nothing in the feed stands behind. */
#ifdef BUG_UNCONFIRMED_IGNORED
#define mustOffer(d, already) (standing == OFFER_ALL)
#else
#define mustOffer(d, already) (standing == OFFER_ALL \
  || (standing == IN_STEP && !more && pending[d] == 0 && received[d] != 0 && !(already)))
#endif

inline have(d) {
#ifdef BUG_OFFERS_OWN_ONLY
  wanted[d] = log_[d] & own(d) & ~stored;
#else
  wanted[d] = log_[d] & ~stored;
#endif
#ifndef BUILT_UNCONFIRMED_NOT_SENT
  /* What has a receipt and no row in the feed is sent again even if the office knows it: only a result
   * says that the office holds it now. */
  wanted[d] = wanted[d] | received[d]
#endif
}

inline resend(d) {
  answerEpoch = epoch; heldOf = 0;
  sent = wanted[d];
  onWire = onWire | sent;
  receive(sent)
}

inline forgetRepair(d) { phase[d] = IDLE; wanted[d] = 0; asked[d] = 0 }

inline write(d, b) {
  log_[d] = log_[d] | b; shown[d] = shown[d] | b; pending[d] = pending[d] | b;
  wrote[d] = wrote[d] | b
}

/* A copied or restored C goes on from what it holds, and shares the stock of bundles: ids never meet. */
byte cWritten;

proctype Laptop(byte d) {
  do
  /* a person saves a visit */
  :: d_step { !over && d == A && A_BUNDLES >= 1 && !lost[A] && !(wrote[A] & A1) -> write(A, A1) }
  :: d_step { !over && d == A && A_BUNDLES >= 2 && !lost[A] && (wrote[A] & A1) && !(wrote[A] & A2) ->
      write(A, A2) }
  :: d_step { !over && d == B && B_BUNDLES >= 1 && !lost[B] && !(wrote[B] & B1) -> write(B, B1) }
  :: d_step { !over && d == B && B_BUNDLES >= 2 && !lost[B] && (wrote[B] & B1) && !(wrote[B] & B2) ->
      write(B, B2) }
  :: d_step { !over && (d == C || (d == COPY && copied)) && !lost[d] && cWritten < C_BUNDLES ->
     
#ifdef BUG_DEDUPE_BY_NUMBER
       isTwin = (cWritten == 1 && !(log_[d] & C1));
#endif
       if :: cWritten == 0 -> write(d, C1) :: else -> write(d, C2) fi;
       cWritten++
     }

  /* one exchange, up to each point at which it can end */
#define mayCall(d) (!over && !lost[d] && phase[d] == IDLE && (d != COPY || copied))
#ifdef BUG_PURGE_BEFORE_RECEIPT
  :: d_step { mayCall(d) ->              /* sent, forgotten, and the request never arrived */
       log_[d] = log_[d] & ~pending[d]; pending[d] = 0
     }
#endif
  :: d_step { mayCall(d) && pending[d] != 0 ->       /* the answer was lost */
       answerSync(d)
     }
  :: d_step { mayCall(d) && pending[d] != 0 ->       /* stopped before the page was stored */
       answerSync(d); keepResults(d)
     }
#ifdef BUG_CURSOR_FIRST
  :: d_step { mayCall(d) ->                          /* stopped between cursor and rows */
       answerSync(d); keepResults(d);
       if :: standing == IN_STEP -> taken[d] = upTo; cursorEpoch[d] = answerEpoch :: else fi
     }
#endif
  :: d_step { mayCall(d) ->
       answerSync(d); keepResults(d); takePage(d); finish(d);
       if
       :: mustOffer(d, false) ->
          phase[d] = OFFERING;
          asked[d] = answerEpoch
       :: else
       fi;
#ifdef BUG_RESTART_BEFORE_RESEND
       if :: phase[d] == OFFERING -> restart(d) :: else fi;
#endif
       assert((taken[d] & ~log_[d]) == 0)        /* no cursor passes a bundle */
     }

  /* repair, up to each point at which it can end */
  :: d_step { !over && phase[d] != IDLE -> forgetRepair(d) }
  :: d_step { !over && phase[d] == OFFERING ->
       if
       :: isRefused(d) -> forgetRepair(d)
       :: else ->
          have(d);
          if
          :: wanted[d] == 0 -> restart(d); forgetRepair(d)
          :: else -> phase[d] = RESENDING
          fi
       fi
     }
  :: d_step { !over && phase[d] == RESENDING ->      /* the answer was lost */
       if :: isRefused(d) :: else -> resend(d) fi;
       forgetRepair(d)
     }
  :: d_step { !over && phase[d] == RESENDING && !isRefused(d) ->    /* stopped before the restart */
       resend(d); keepResults(d); forgetRepair(d)
     }
  :: d_step { !over && phase[d] == RESENDING && !isRefused(d) ->
       resend(d); keepResults(d); restart(d); forgetRepair(d)
     }

  /* a disk breaks */
  :: d_step { !over && !lost[d] && machinesLost < MACHINES_LOST && (d != COPY || copied) ->
       lost[d] = true; machinesLost++;
       log_[d] = 0; shown[d] = 0; pending[d] = 0; received[d] = 0; aside[d] = 0; taken[d] = 0;
       cursorEpoch[d] = 0; wrote[d] = 0; forgetRepair(d)
     }

#ifdef CLONE
  /* the directory is copied, and both copies are in use */
  :: d_step { !over && d == C && !lost[C] && !copied && phase[C] == IDLE ->
       copied = true;
       log_[COPY] = log_[C]; shown[COPY] = shown[C]; pending[COPY] = pending[C];
       received[COPY] = received[C]; aside[COPY] = aside[C]; taken[COPY] = taken[C];
       cursorEpoch[COPY] = cursorEpoch[C]; wrote[COPY] = wrote[C]
     }
#endif
#ifdef OWN_RESTORE
  /* C's own backup; then the disk may break and C go on from it, --as-of-backup */
  :: d_step { !over && d == C && !lost[C] && !hasBackup && phase[C] == IDLE ->
       hasBackup = true;
       bLog = log_[C]; bShown = shown[C]; bPending = pending[C]; bReceived = received[C];
       bAside = aside[C]; bTaken = taken[C]; bEpoch = cursorEpoch[C]; bWrote = wrote[C]
     }
  :: d_step { !over && d == C && hasBackup && !isRestored ->
       isRestored = true; lost[C] = false;
       log_[C] = bLog; shown[C] = bShown; pending[C] = bPending; received[C] = bReceived;
       aside[C] = bAside; taken[C] = bTaken; cursorEpoch[C] = bEpoch; wrote[C] = bWrote;
       forgetRepair(C);
       bLog = 0; bShown = 0; bPending = 0; bReceived = 0; bAside = 0; bTaken = 0; bEpoch = 0;
       bWrote = 0
     }
#endif
  :: over -> break
  od
}

/* Requests come twice, late and in any order: each bundle ever sent may arrive again at any time. */
#define mayArrive(b) (!over && (onWire & (b)) && !(stored & (b)))

proctype Network() {
  do
  :: d_step { mayArrive(REVOCATION) -> receive(REVOCATION) }
  :: d_step { mayArrive(A1) -> receive(A1) }
  :: d_step { mayArrive(A2) -> receive(A2) }
  :: d_step { mayArrive(B1) -> receive(B1) }
  :: d_step { mayArrive(B2) -> receive(B2) }
  :: d_step { mayArrive(C1) -> receive(C1) }
  :: d_step { mayArrive(C2) -> receive(C2) }
  :: over -> break
  od
}

/* The people at the office: an administrator, backup, restore to an earlier state. */
proctype Administrator() {
  do
#ifdef REVOKE
  :: d_step { !over && !(stored & REVOCATION) && !(decided & REVOCATION) ->
       decided = decided | REVOCATION;
       stored = stored | REVOCATION; publish(REVOCATION)
     }
#endif
  /* Office.admitHeld */
  :: d_step { !over && (stored & ~admitted & A2) -> publish(A2); decided = decided | A2 }
  :: d_step { !over && (stored & ~admitted & B1) -> publish(B1); decided = decided | B1 }
  :: d_step { !over && (stored & ~admitted & B2) -> publish(B2); decided = decided | B2 }
  :: d_step { !over && !hasCopy ->
       hasCopy = true;
       copyStored = stored; copyAdmitted = admitted; copyHead = head;
       row = 0;
       do :: row == BUNDLES -> break :: else -> copyFeed[row] = feed[row]; row++ od;
       row = 0
     }
  :: d_step { !over && restores < EPOCHS - 1 ->
       restores++;
#ifndef BUG_SAME_EPOCH
       epoch++;
#endif
       stored = copyStored; admitted = copyAdmitted; head = copyHead;
       row = 0;
       do :: row == BUNDLES -> break :: else -> feed[row] = copyFeed[row]; row++ od;
       row = 0;
       /* After the last restore nobody reads the copy again: one state instead of many. */
       if
       :: restores == EPOCHS - 1 ->
          hasCopy = true; copyStored = 0; copyAdmitted = 0; copyHead = 0;
          do :: row == BUNDLES -> break :: else -> copyFeed[row] = 0; row++ od;
          row = 0
       :: else
       fi;
       forgetWire()
     }
  :: over -> break
  od
}

/* ================= the final check ================= */

/* A whole sync without faults, within the limits of FieldSession. */
inline syncFully(d) {
  repairs = 0; isDone = false; inSync = false; rounds = 0;
  do
  :: isDone -> break
  :: else ->
     rounds++;
     assert(rounds < 20);                       /* it ends */
     answerSync(d);
     if
     :: standing == REFUSED -> isDone = true
     :: else ->
        keepResults(d); takePage(d); finish(d);
        if
        :: inSync -> isDone = true
        :: !inSync && mustOffer(d, repairs) && repairs == MISMATCHES -> isDone = true
        :: !inSync && mustOffer(d, repairs) && repairs < MISMATCHES ->
           repairs++;
           asked[d] = answerEpoch;
           have(d);
           resend(d); keepResults(d); restart(d); forgetRepair(d)
        :: !inSync && !mustOffer(d, repairs) && standing == IN_STEP && !more && pending[d] == 0 ->
           isDone = true
        :: else
        fi
     fi
  od
}

#define isGone(d) (lost[d] || (d == COPY && !copied))

/* From EVERY reachable state: were the faults to end here, everybody syncs three times (to bring, to fetch,
 * to ask again after what no feed brought), and then all must be well. One step, so that no state of it is kept. */
proctype FaultsEnd() {
  d_step {
    !over && phase[A] == IDLE && phase[B] == IDLE && phase[C] == IDLE && phase[COPY] == IDLE;
    device = 0;
    do
    :: device == 12 -> break
    :: else ->
       if
       :: isGone((device & 3))
       :: else ->
          assert((wrote[device & 3] & ~log_[device & 3]) == 0);    /* saved stays saved */
          syncFully((device & 3));
          if
          :: device < 8
          :: else ->
             if
             :: standing == REFUSED
             :: else ->
                assert(inSync);                                       /* it converges */
                assert((log_[device & 3] & ~stored) == 0);            /* nothing held is lost */
                assert((wrote[device & 3] & ~stored) == 0);
                assert(shown[device & 3] == admitted)
             fi
          fi
       fi;
       device++
    od;
    /* What waits for a decision is in nobody's view, and what needs none waits nowhere. */
    assert((admitted & A2) == 0 || (decided & A2));
    assert((stored & ~admitted & (A1 | C1 | C2)) == 0);
    assert((admitted & ~stored) == 0);
    /* One state for all ends. */
    over = true;
    device = 0;
    do
    :: device == 4 -> break
    :: else ->
       log_[device] = 0; shown[device] = 0; pending[device] = 0; received[device] = 0;
       aside[device] = 0; taken[device] = 0; cursorEpoch[device] = 0; wrote[device] = 0;
       lost[device] = false; device++
    od;
    row = 0;
    do :: row == BUNDLES -> break :: else -> feed[row] = 0; copyFeed[row] = 0; row++ od;
    stored = 0; head = 0; admitted = 0; epoch = 0; restores = 0; decided = 0; onWire = 0;
    hasCopy = false; copyStored = 0; copyHead = 0; copyAdmitted = 0; copied = false;
    machinesLost = 0; cWritten = 0;
#ifdef OWN_RESTORE
    hasBackup = false; isRestored = false;
    bLog = 0; bShown = 0; bPending = 0; bReceived = 0; bAside = 0; bTaken = 0; bEpoch = 0; bWrote = 0;
#endif
  }
}

init {
  atomic {
    run Laptop(A); run Laptop(B); run Laptop(C);
#ifdef CLONE
    run Laptop(COPY);
#endif
    run Network(); run Administrator(); run FaultsEnd()
  }
}
