-- AlterEnum
ALTER TYPE "TicketEventKind" ADD VALUE 'withdrawn';
